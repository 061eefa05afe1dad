package dev.sonde.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers that decide when a probe is tried and how many results count, after Kubernetes has
 * put its defaults where nothing, or 0, was written.
 *
 * @param numbers each number that has a default, in the order of {@link ProbeField}
 */
public record ProbeTiming(Map<ProbeField, Integer> numbers) {

  /** What Kubernetes uses for a probe that sets none of them. */
  public static final ProbeTiming DEFAULT = of(Probe.builder().build());

  /**
   * Copies the numbers, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if it is not just the numbers that have a default
   */
  public ProbeTiming {
    Map<ProbeField, Integer> sorted = new EnumMap<>(ProbeField.class);
    sorted.putAll(numbers);
    for (ProbeField field : ProbeField.values()) {
      if (field.defaultValue().isPresent() != sorted.containsKey(field)) {
        throw new IllegalArgumentException(
            field.fieldName() + " has a default and no number, or the other way round: " + numbers);
      }
    }
    numbers = Collections.unmodifiableMap(sorted);
  }

  static ProbeTiming of(Probe probe) {
    Map<ProbeField, Integer> numbers = new EnumMap<>(ProbeField.class);
    for (ProbeField field : ProbeField.values()) {
      if (field.defaultValue().isPresent()) {
        numbers.put(field, Math.toIntExact(probe.effective(field).getAsLong()));
      }
    }
    return new ProbeTiming(numbers);
  }

  private int number(ProbeField field) {
    return numbers.getOrDefault(field, 0);
  }

  /** Tells whether one of them is below 0, which Kubernetes refuses. */
  public boolean hasNegativeNumber() {
    for (int number : numbers.values()) {
      if (number < 0) {
        return true;
      }
    }
    return false;
  }

  /** {@return seconds between the container's start and the first try} */
  public int initialDelaySeconds() {
    return number(ProbeField.INITIAL_DELAY_SECONDS);
  }

  /** {@return seconds that one try may take} */
  public int timeoutSeconds() {
    return number(ProbeField.TIMEOUT_SECONDS);
  }

  /** {@return seconds between tries} */
  public int periodSeconds() {
    return number(ProbeField.PERIOD_SECONDS);
  }

  /** {@return successes in a row that count as success} */
  public int successThreshold() {
    return number(ProbeField.SUCCESS_THRESHOLD);
  }

  /** {@return failures in a row that count as failure} */
  public int failureThreshold() {
    return number(ProbeField.FAILURE_THRESHOLD);
  }
}
