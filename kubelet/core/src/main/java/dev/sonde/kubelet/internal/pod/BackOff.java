package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;

/** The wait before a container's restarts, as the kubelet stores it. */
final class BackOff {

  /** An instance that ended this long after the last restart was decided starts all over. */
  private static final long FORGOTTEN_AFTER = NanoTime.ofSeconds(600);

  private final long first;
  private final long max;
  private long wait;
  private long decidedAt;

  BackOff(BackOffLimits limits) {
    first = NanoTime.of(limits.first());
    max = NanoTime.of(limits.max());
  }

  /** When a container may be started whose instance before ended at {@code finishedAt}. */
  long until(long finishedAt) {
    return wait == 0 || forgotten(finishedAt) ? finishedAt : EventLoop.after(finishedAt, wait);
  }

  /** Forgets the wait if it was due to be cleaned up at the last clean-up. */
  void cleanUp(long lastCleanUp) {
    if (forgotten(lastCleanUp)) {
      wait = 0;
    }
  }

  /** Notes that a restart was decided, which doubles the next wait. */
  void restarted(long now, long finishedAt) {
    wait = wait == 0 || forgotten(finishedAt) ? first : Math.min(2 * wait, max);
    decidedAt = now;
  }

  private boolean forgotten(long finishedAt) {
    return finishedAt - decidedAt > FORGOTTEN_AFTER;
  }
}
