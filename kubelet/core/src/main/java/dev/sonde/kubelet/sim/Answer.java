package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.Outcome;
import dev.sonde.kubelet.internal.time.EventLoop;

/**
 * What an attempt meets.
 *
 * @param outcome what it comes to, if it is not too late
 * @param takes nanoseconds until then; {@link EventLoop#NEVER} for no answer at all
 */
record Answer(Outcome outcome, long takes) {

  static final Answer REFUSED = new Answer(Outcome.failure("connection refused"), 0);

  /** A command cannot be run in a container whose process has ended. */
  static final Answer NOT_RUN = new Answer(Outcome.error("container not running"), 0);

  static final Answer NONE = new Answer(Outcome.SUCCESS, EventLoop.NEVER);

  Answer after(long delay) {
    return new Answer(outcome, EventLoop.after(takes, delay));
  }
}
