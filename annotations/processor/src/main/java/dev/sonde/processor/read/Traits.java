package dev.sonde.processor.read;

import dev.sonde.processor.report.Place;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a check beside the probes that ask it.
 *
 * @param external present if it depends on another system: why it may stand behind a liveness probe
 *     all the same, or nothing
 * @param policy how it is asked
 * @param marks every annotation that says something of it, also where another one counts
 */
public record Traits(
    Optional<Placed<String>> external, Optional<Policy> policy, List<Place> marks) {

  /** Copies the marks, so that the value stays what it was. */
  public Traits {
    marks = List.copyOf(marks);
  }
}
