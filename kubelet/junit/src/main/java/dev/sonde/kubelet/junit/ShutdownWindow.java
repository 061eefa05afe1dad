package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.time.Duration;

/**
 * The time in which traffic still arrives at a pod that was deleted.
 *
 * @param begin when it was deleted, in nanoseconds of the probes' own time
 * @param length how long the news is under way
 */
record ShutdownWindow(long begin, long length) {

  static ShutdownWindow of(PodEvent.PodDeleted deleted, Duration delay) {
    return new ShutdownWindow(deleted.at(), NanoTime.of(delay));
  }

  /** {@return whether traffic arrives at a moment, before the deletion too} */
  boolean isOpenAt(long moment) {
    return moment < begin + length;
  }

  /** {@return a moment shortly before traffic ends} */
  long late() {
    return begin + length / 4 * 3;
  }

  /** {@return whether a request was sent late enough to see how the application ends} */
  boolean isSeenBy(long lastSent) {
    return lastSent >= begin + length / 2;
  }
}
