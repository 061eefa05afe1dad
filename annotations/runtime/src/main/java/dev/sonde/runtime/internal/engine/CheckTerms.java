package dev.sonde.runtime.internal.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How a check is asked and how its answers count.
 *
 * @param required whether its probe fails with it
 * @param failuresUntilDown how many failures in a row count as down; those before are degraded
 * @param deadline how long it may take; unset, what its probe allows
 * @param cachedFor how long an answer is kept; unset, every probe asks again
 * @param every how often it is asked in the background; unset, only probes ask
 */
public record CheckTerms(
    boolean required,
    int failuresUntilDown,
    Optional<Duration> deadline,
    Optional<Duration> cachedFor,
    Optional<Duration> every) {

  /** Required, and asked by every probe. */
  public static final CheckTerms PLAIN =
      new CheckTerms(true, 1, Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks the values. */
  public CheckTerms {
    if (failuresUntilDown < 1) {
      throw new IllegalArgumentException(
          failuresUntilDown + " failures until down are not at least 1");
    }
    deadline.ifPresent(value -> requirePositive("deadline", value));
    cachedFor.ifPresent(value -> requirePositive("cache time", value));
    every.ifPresent(value -> requirePositive("period", value));
    if (cachedFor.isPresent() && every.isPresent()) {
      throw new IllegalArgumentException(
          "a check is either cached or asked in the background, not both");
    }
  }

  boolean keepsNothing() {
    return cachedFor.isEmpty() && every.isEmpty();
  }

  /** {@return how old an answer may be, when a check has this deadline} */
  Duration keepsFor(Duration deadlineOfCheck) {
    return every.map(deadlineOfCheck::plus).or(() -> cachedFor).orElse(Duration.ZERO);
  }

  /**
   * {@return this policy with another value}
   *
   * @param value whether its probe fails with it
   */
  public CheckTerms withRequired(boolean value) {
    return new CheckTerms(value, failuresUntilDown, deadline, cachedFor, every);
  }

  /**
   * {@return this policy with another value}
   *
   * @param value how many failures in a row count as down
   */
  public CheckTerms withFailuresUntilDown(int value) {
    return new CheckTerms(required, value, deadline, cachedFor, every);
  }

  /**
   * {@return this policy with another value}
   *
   * @param value how long it may take
   */
  public CheckTerms withDeadline(Duration value) {
    return new CheckTerms(required, failuresUntilDown, Optional.of(value), cachedFor, every);
  }

  /**
   * {@return this policy with another value}
   *
   * @param value how long an answer is kept
   */
  public CheckTerms withCachedFor(Duration value) {
    return new CheckTerms(required, failuresUntilDown, deadline, Optional.of(value), every);
  }

  /**
   * {@return this policy with another value}
   *
   * @param value how often it is asked in the background
   */
  public CheckTerms withEvery(Duration value) {
    return new CheckTerms(required, failuresUntilDown, deadline, cachedFor, Optional.of(value));
  }

  /** {@return this policy without any answer that is kept: every probe asks again} */
  public CheckTerms keepingNothing() {
    return new CheckTerms(
        required, failuresUntilDown, deadline, Optional.empty(), Optional.empty());
  }

  private static void requirePositive(String what, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(what + " " + value + " is not more than 0");
    }
  }
}
