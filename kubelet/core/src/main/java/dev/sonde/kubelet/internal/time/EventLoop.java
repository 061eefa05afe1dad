package dev.sonde.kubelet.internal.time;

/**
 * A clock and the things to do later. Everything that runs on a loop runs on one thread, one thing
 * after the other, so what it drives needs no locks.
 *
 * <p>Tasks due at the same moment run in the order in which they were handed in.
 */
public interface EventLoop {

  /** A moment that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** {@return nanoseconds since the loop began; a task never sees less than its own due moment} */
  long now();

  /**
   * Runs a task later. A moment in the past means as soon as possible, {@link #NEVER} means not at
   * all.
   *
   * @param nanos the moment, in nanoseconds since the loop began
   * @param task what to do
   */
  void at(long nanos, Runnable task);

  /**
   * {@return a moment a while after another, {@link #NEVER} where that is beyond what a loop
   * counts}
   *
   * @param nanos the first moment
   * @param delay nanoseconds, at least 0
   */
  static long after(long nanos, long delay) {
    long later = nanos + delay;
    return later < nanos ? NEVER : later;
  }
}
