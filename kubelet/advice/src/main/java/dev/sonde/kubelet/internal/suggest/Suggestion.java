package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that meet objectives, or what keeps these from being met.
 *
 * @param container the container's name; empty where it has none
 * @param outcomes what becomes of each objective
 * @param changes what changes, as in {@code livenessProbe.failureThreshold: 3 -> 5}; empty where
 *     nothing has to
 * @param suggested the container with the numbers; unset where none would do
 * @param contradiction what cannot be met together; unset where all can
 * @param confirmed what was simulated, and how it ended
 * @param unknown what could not be known
 */
public record Suggestion(
    String container,
    List<ObjectiveOutcome> outcomes,
    List<String> changes,
    Optional<ProbedContainer> suggested,
    Optional<Contradiction> contradiction,
    List<String> confirmed,
    List<String> unknown) {

  /** Copies the lists, so that the value stays what it was. */
  public Suggestion {
    outcomes = List.copyOf(outcomes);
    changes = List.copyOf(changes);
    confirmed = List.copyOf(confirmed);
    unknown = List.copyOf(unknown);
  }

  /** Tells whether there are numbers that meet all objectives, and the simulator agreed. */
  public boolean isMet() {
    return suggested.isPresent();
  }

  /** {@return the suggestion for people} */
  public String text() {
    return SuggestionText.of(this);
  }

  /** {@return the suggestion for programs} */
  public String json() {
    return SuggestionJson.of(this);
  }
}
