package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.time.EventLoop;

/**
 * What an attempt meets.
 *
 * @param outcome what it comes to, if it is not too late
 * @param takes nanoseconds until then; {@link EventLoop#NEVER} for no answer at all
 */
record SimulatedAnswer(AttemptOutcome outcome, long takes) {

  static final SimulatedAnswer REFUSED =
      new SimulatedAnswer(AttemptOutcome.failure("connection refused"), 0);

  /** A command cannot be run in a container whose process has ended. */
  static final SimulatedAnswer NOT_RUN =
      new SimulatedAnswer(AttemptOutcome.error("container not running"), 0);

  static final SimulatedAnswer NONE = new SimulatedAnswer(AttemptOutcome.SUCCESS, EventLoop.NEVER);

  SimulatedAnswer after(long delay) {
    return new SimulatedAnswer(outcome, EventLoop.after(takes, delay));
  }
}
