package dev.sonde.kubelet.internal.replay;

import java.util.List;
import java.util.OptionalLong;

/**
 * What happened to one container.
 *
 * @param name its name
 * @param role {@code container}, {@code sidecar} or {@code init container}
 * @param restarts how often it was restarted; unset where no pod says so
 * @param timeline what happened, in the order of time
 * @param decisions why it ended or lost its traffic
 * @param counts what the kubelet counted, without any times
 * @param unknown what the recording does not tell
 */
public record ContainerReplay(
    String name,
    String role,
    OptionalLong restarts,
    List<ReplayLine> timeline,
    List<ReplayDecision> decisions,
    List<String> counts,
    List<String> unknown) {

  /** Copies the lists, so that the value stays what it was. */
  public ContainerReplay {
    timeline = List.copyOf(timeline);
    decisions = List.copyOf(decisions);
    counts = List.copyOf(counts);
    unknown = List.copyOf(unknown);
  }

  /** Tells whether it is known or inferred why each instance ended. */
  public boolean isExplained() {
    return decisions.stream().noneMatch(one -> one.cause() == DecisionCause.UNKNOWN);
  }
}
