package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;

/** One real attempt, on the thread that calls it. */
@FunctionalInterface
public interface RealAttempt {

  /**
   * {@return what the attempt came to}
   *
   * @param deadline ends it: closes what it holds open when the time is up
   */
  AttemptOutcome make(AttemptDeadline deadline);
}
