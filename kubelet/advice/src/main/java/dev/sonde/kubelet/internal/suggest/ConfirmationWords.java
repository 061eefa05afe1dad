package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.time.TimeWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was simulated, and how it ended. */
final class ConfirmationWords {

  private final SuggestRequest request;
  private final Confirmation confirmation;

  ConfirmationWords(SuggestRequest request, Confirmation confirmation) {
    this.request = request;
    this.confirmation = confirmation;
  }

  List<String> all() {
    List<String> words = new ArrayList<>();
    if (wants(Objective.STARTS_SURVIVED) || wants(Objective.READY_WITHIN)) {
      words.add(
          plays(confirmation.starts(), "starts " + drawn())
              + ": "
              + confirmation.killedStarts()
              + " killed"
              + worst(Objective.READY_WITHIN, ", ready at most ", " after it could be"));
    }
    if (wants(Objective.HANG_RESTARTED_WITHIN) || wants(Objective.TRAFFIC_GONE_WITHIN)) {
      words.add(
          plays(Confirmation.USUAL_PLAYS, "hangs of a process that ignores SIGTERM")
              + ": "
              + String.join(
                  ", ",
                  Stream.of(
                          worst(Objective.HANG_RESTARTED_WITHIN, "restarted within ", ""),
                          worst(Objective.TRAFFIC_GONE_WITHIN, "traffic gone within ", ""))
                      .filter(some -> !some.isEmpty())
                      .toList()));
    }
    if (wants(Objective.STALL_SURVIVED)) {
      words.add(
          plays(Confirmation.USUAL_PLAYS, "stalls at any moment")
              + ": "
              + confirmation.killedStalls()
              + " killed");
    }
    return words;
  }

  private boolean wants(Objective objective) {
    return request.objectives().value(objective).isPresent();
  }

  private String plays(int number, String what) {
    return "%d %s, on kubelets of Kubernetes %s in real mode, seeds 1 to %d"
        .formatted(number, what, request.release(), number);
  }

  private String drawn() {
    return request.evidence().isEmpty()
        ? "of any length that the probes allow"
        : "drawn from the measured ones and " + request.margin() + " times as slow";
  }

  private String worst(Objective objective, String before, String after) {
    return wants(objective) && confirmation.worst(objective).isPresent()
        ? before
            + TimeWords.text(Duration.ofMillis(confirmation.worst(objective).getAsLong()))
            + after
        : "";
  }
}
