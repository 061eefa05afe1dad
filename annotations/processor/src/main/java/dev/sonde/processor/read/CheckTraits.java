package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a check beside the probes that ask it.
 *
 * @param external present if it depends on another system: why it may be behind a liveness probe
 *     all the same, or nothing
 * @param policy how it is asked
 * @param marks every annotation that says something of it, also where another one counts
 */
public record CheckTraits(
    Optional<PlacedValue<String>> external,
    Optional<DeclaredPolicy> policy,
    List<SourcePlace> marks) {

  /** Copies the marks, so that the value stays what it was. */
  public CheckTraits {
    marks = List.copyOf(marks);
  }
}
