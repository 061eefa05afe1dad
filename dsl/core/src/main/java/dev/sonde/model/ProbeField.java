package dev.sonde.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The numbers of a probe, in the order of Kubernetes' own type. This is the only list of them:
 * whatever reads, judges, compares or writes a probe's numbers walks it.
 */
public enum ProbeField {
  /** Seconds from the container's start to the first try. */
  INITIAL_DELAY_SECONDS("initialDelaySeconds", false, OptionalLong.of(0), 0, true, true),
  /** Seconds that one try may take. */
  TIMEOUT_SECONDS("timeoutSeconds", false, OptionalLong.of(1), 0, true, true),
  /** Seconds between tries. */
  PERIOD_SECONDS("periodSeconds", false, OptionalLong.of(10), 0, true, true),
  /** Successes in a row that count as success. */
  SUCCESS_THRESHOLD("successThreshold", false, OptionalLong.of(1), 0, false, true),
  /** Failures in a row that count as failure. */
  FAILURE_THRESHOLD("failureThreshold", false, OptionalLong.of(3), 0, true, true),
  /** Seconds the container has to stop after this probe failed, instead of the pod's own. */
  TERMINATION_GRACE_PERIOD_SECONDS(
      "terminationGracePeriodSeconds", true, OptionalLong.empty(), 1, true, false);

  private final String fieldName;
  private final boolean wide;
  private final OptionalLong defaultValue;
  private final long least;
  private final boolean suitsRestarting;
  private final boolean suitsReadiness;

  ProbeField(
      String fieldName,
      boolean wide,
      OptionalLong defaultValue,
      long least,
      boolean suitsRestarting,
      boolean suitsReadiness) {
    this.fieldName = fieldName;
    this.wide = wide;
    this.defaultValue = defaultValue;
    this.least = least;
    this.suitsRestarting = suitsRestarting;
    this.suitsReadiness = suitsReadiness;
  }

  /**
   * {@return the number with that name, if there is one}
   *
   * @param fieldName such as {@code periodSeconds}
   */
  public static Optional<ProbeField> named(String fieldName) {
    for (ProbeField field : values()) {
      if (field.fieldName.equals(fieldName)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** {@return the name of the field in Kubernetes, such as {@code periodSeconds}} */
  public String fieldName() {
    return fieldName;
  }

  /** {@return the unit: {@code s} for seconds, nothing for a count} */
  public String unit() {
    return fieldName.endsWith("Seconds") ? "s" : "";
  }

  /** {@return what Kubernetes uses where nothing is written; unset where it uses nothing} */
  public OptionalLong defaultValue() {
    return defaultValue;
  }

  /** {@return the least number that Kubernetes accepts; 0 means the default} */
  public long least() {
    return least;
  }

  /** {@return the greatest number that fits: of 32 or of 64 bits} */
  public long greatest() {
    return wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
  }

  /**
   * Tells whether a probe may set this number to something other than its default.
   *
   * @param kind which of the three
   */
  public boolean suits(ProbeKind kind) {
    return kind.restarts() ? suitsRestarting : suitsReadiness;
  }

  /**
   * {@return the number that Kubernetes works with: an unset or zero one becomes its default}
   *
   * @param written what is written
   */
  OptionalLong effective(OptionalLong written) {
    return written.isEmpty() || (written.getAsLong() == 0 && defaultValue.isPresent())
        ? defaultValue
        : written;
  }

  boolean fits(long number) {
    return wide || number == (int) number;
  }

  void demandFit(long number) {
    if (!fits(number)) {
      throw new IllegalArgumentException(
          fieldName + " = " + number + " does not fit into 32 bits. Write a smaller number.");
    }
  }
}
