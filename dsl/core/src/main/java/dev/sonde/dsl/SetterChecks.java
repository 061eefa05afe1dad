package dev.sonde.dsl;

import java.time.Duration;

/** Checks durations and counts where they are set, and turns durations into whole seconds. */
final class SetterChecks {

  private SetterChecks() {}

  static int count(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("%s = %d must be at least 1.".formatted(what, count));
    }
    return count;
  }

  static int wholeSeconds(String what, Duration duration, int atLeast) {
    long seconds = wholeLongSeconds(what, duration, atLeast);
    if (seconds > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s = %s is longer than %d s, the most that Kubernetes can hold."
              .formatted(what, duration, Integer.MAX_VALUE));
    }
    return (int) seconds;
  }

  static long wholeLongSeconds(String what, Duration duration, long atLeast) {
    if (duration.getNano() != 0) {
      throw new IllegalArgumentException(
          "%s = %s has a fraction of a second; Kubernetes counts in whole seconds."
              .formatted(what, duration));
    }
    if (duration.getSeconds() < atLeast) {
      throw new IllegalArgumentException(
          "%s = %s must be at least %d s.".formatted(what, duration, atLeast));
    }
    return duration.getSeconds();
  }

  static void requirePositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("%s = %s must be positive.".formatted(what, duration));
    }
  }
}
