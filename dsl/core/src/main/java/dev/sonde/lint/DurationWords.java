package dev.sonde.lint;

import java.time.Duration;

/** Writes durations for people. */
final class DurationWords {

  private DurationWords() {}

  /** {@return whole seconds as {@code 90 s}, others to the millisecond} */
  static String of(Duration duration) {
    return duration.toMillisPart() == 0
        ? duration.toSeconds() + " s"
        : "%d.%03d s".formatted(duration.toSeconds(), duration.toMillisPart());
  }
}
