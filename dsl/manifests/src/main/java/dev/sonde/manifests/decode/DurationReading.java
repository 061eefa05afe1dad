package dev.sonde.manifests.decode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people and other tools write them. */
final class DurationReading {

  private static final Pattern DURATION =
      Pattern.compile("([0-9]{1,9})\\s*(s|sec|secs|second|seconds|m|min|mins|minute|minutes|h)");

  private DurationReading() {}

  /** {@return the whole seconds that were likely meant} */
  static Optional<Long> seconds(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long factor =
        switch (matcher.group(2).charAt(0)) {
          case 'm' -> 60;
          case 'h' -> 3_600;
          default -> 1;
        };
    return Optional.of(Long.parseLong(matcher.group(1)) * factor);
  }
}
