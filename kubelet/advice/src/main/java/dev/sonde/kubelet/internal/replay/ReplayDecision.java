package dev.sonde.kubelet.internal.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why something was done to a container.
 *
 * @param cause what decided
 * @param known it was recorded; else it is inferred
 * @param at when, if that is known
 * @param text what decided, with its numbers
 * @param others what other numbers would have done; empty where no number of a probe decided
 */
public record ReplayDecision(
    DecisionCause cause,
    boolean known,
    Optional<Instant> at,
    String text,
    List<OtherNumber> others) {

  /** Copies the list, so that the value stays what it was. */
  public ReplayDecision {
    others = List.copyOf(others);
  }
}
