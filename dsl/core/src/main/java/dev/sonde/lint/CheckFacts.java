package dev.sonde.lint;

import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What code declares about a check behind one of its probes.
 *
 * @param name the check's name, as it is in answers
 * @param kind the probe that asks it
 * @param deadline how long it may take, if that was declared
 * @param external whether it depends on another system
 * @param reason why it may be where it is anyway; blank counts as none
 */
public record CheckFacts(
    String name,
    ProbeKind kind,
    Optional<Duration> deadline,
    boolean external,
    Optional<String> reason) {

  /** Tells whether somebody wrote down why. */
  public boolean isExplained() {
    return reason.filter(text -> !text.isBlank()).isPresent();
  }
}
