package dev.sonde.kubelet.live;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it started. In a container nothing outlives its first process; here a
 * child would, once its parent is gone, so those that were seen are remembered. Safe for use by
 * several threads.
 */
final class ProcessFamily {

  private static final long PATIENCE_SECONDS = 5;

  private final Process first;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessFamily(Process first) {
    this.first = first;
  }

  Process first() {
    return first;
  }

  /** Remembers who is there now. */
  synchronized void look() {
    first.descendants().forEach(seen::add);
  }

  /** Asks the first process to end, which has to see to the others. */
  void terminate() {
    look();
    first.toHandle().destroy();
  }

  /** Kills all of them. */
  synchronized void kill() {
    look();
    first.toHandle().destroyForcibly();
    seen.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills all of them and waits until the first is gone. */
  void killAndWait() {
    kill();
    try {
      first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
