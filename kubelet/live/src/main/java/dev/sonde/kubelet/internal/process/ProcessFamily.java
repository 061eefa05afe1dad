package dev.sonde.kubelet.internal.process;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it started. In a container nothing outlives its first process; here a
 * child would, once its parent is gone, so those that were seen are remembered. Safe for use by
 * several threads.
 */
public final class ProcessFamily {

  private static final long PATIENCE_SECONDS = 5;

  private final Process first;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  /**
   * Begins with a process.
   *
   * @param first the process, which may have started others
   */
  public ProcessFamily(Process first) {
    this.first = first;
  }

  /** {@return the process that started the others} */
  public Process first() {
    return first;
  }

  /** Remembers who is there now. */
  public synchronized void look() {
    first.descendants().forEach(seen::add);
  }

  /** Asks the first process to end, which has to see to the others. */
  public void terminate() {
    look();
    first.toHandle().destroy();
  }

  /** Kills all of them. */
  public synchronized void kill() {
    look();
    first.toHandle().destroyForcibly();
    seen.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills all of them and waits until the first is gone. */
  public void killAndWait() {
    kill();
    try {
      first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
