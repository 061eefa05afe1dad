package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.internal.time.EventLoop;

/**
 * Ticks once a period. At most one tick waits to be taken; those that come meanwhile are lost. The
 * ticks keep their rhythm, however late they are taken.
 */
final class ProbeTicker {

  private final long period;
  private long next = EventLoop.NEVER;

  /** A ticker that begins to tick with {@link #reset}. */
  ProbeTicker(long period) {
    this.period = period;
  }

  /** The moment of the tick that waits, or else of the next one. */
  long next() {
    return next;
  }

  /** Takes the tick that waits at {@code now}, if there is one. */
  boolean take(long now) {
    if (now < next) {
      return false;
    }
    long missed = (now - next) / period;
    next = EventLoop.after(next + missed * period, period);
    return true;
  }

  /** Starts the rhythm again: the next tick is one period from {@code now}. */
  void reset(long now) {
    next = EventLoop.after(now, period);
  }
}
