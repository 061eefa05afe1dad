package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.Outcome;

/** One real attempt, on the thread that calls it. */
@FunctionalInterface
public interface Attempt {

  /**
   * {@return what the attempt came to}
   *
   * @param deadline ends it: closes what it holds open when the time is up
   */
  Outcome make(Deadline deadline);
}
