package dev.sonde.kubelet.internal.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * How an instance of a container ended, as the pod's status has it.
 *
 * @param exitCode the process' exit code
 * @param reason Kubernetes' word, such as {@code OOMKilled}; empty where there is none
 * @param startedAt when it began
 * @param finishedAt when it ended
 */
record RecordedEnd(
    long exitCode, String reason, Optional<Instant> startedAt, Optional<Instant> finishedAt) {

  private static final String OUT_OF_MEMORY = "OOMKilled";
  private static final int TERMINATED = 143;
  private static final int KILLED = 137;

  static RecordedEnd read(RecordedObject terminated) {
    return new RecordedEnd(
        terminated.whole("exitCode").orElse(0),
        terminated.text("reason").orElse(""),
        terminated.moment("startedAt"),
        terminated.moment("finishedAt"));
  }

  boolean isOutOfMemory() {
    return reason.equals(OUT_OF_MEMORY);
  }

  /** Tells whether a signal ended it that the kubelet sends, but also others can. */
  boolean isBySignal() {
    return exitCode == TERMINATED || exitCode == KILLED;
  }

  /** Tells whether it was given its whole grace period, and killed. */
  boolean isKilled() {
    return exitCode == KILLED;
  }

  String text() {
    return "exit code " + exitCode + (reason.isEmpty() ? "" : ", " + reason);
  }
}
