package dev.sonde.kubelet.internal.suggest;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a suggestion could not know. */
final class SuggestionGaps {

  private final SuggestRequest request;

  SuggestionGaps(SuggestRequest request) {
    this.request = request;
  }

  List<String> all() {
    List<String> gaps = new ArrayList<>();
    if (request.evidence().isEmpty()) {
      gaps.add(
          "Nothing was measured: how long starts, answers and stops take is not known, so timeouts"
              + " and grace periods stay as they are. sonde measure finds out.");
    } else {
      gaps.add(request.evidence().words() + ".");
      gaps.add(
          "That other nodes are at most "
              + request.margin()
              + " times as slow is judgement (the margin), not statistics.");
    }
    if (request.objectives().value(Objective.READY_WITHIN).isPresent() && isWithoutReadiness()) {
      gaps.add(
          "Without a readiness or startup probe the pod counts as ready before the application can"
              + " answer.");
    }
    if (!request.evidence().isEmpty() && request.evidence().stop().isEmpty()) {
      gaps.add(
          "Fewer than "
              + StartEvidence.LEAST_STOPS
              + " stops were measured, so grace periods stay as they are.");
    }
    return gaps;
  }

  private boolean isWithoutReadiness() {
    Optional<Probe> readiness = request.probed().container().probe(ProbeKind.READINESS);
    Optional<Probe> startup = request.probed().container().probe(ProbeKind.STARTUP);
    return readiness.isEmpty() && startup.isEmpty();
  }
}
