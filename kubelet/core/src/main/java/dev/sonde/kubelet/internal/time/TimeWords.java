package dev.sonde.kubelet.internal.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations in words: the two largest units that say something. */
public final class TimeWords {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  /** Up to here people think in seconds. */
  private static final long MOST_SECONDS = 5 * MINUTE;

  private TimeWords() {}

  /**
   * {@return a duration, as in {@code 58 s}, {@code 4.5 s}, {@code 6 min 40 s}, {@code 2 h}}
   *
   * @param duration at least 0
   */
  public static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < MOST_SECONDS) {
      return decimal(seconds, duration.toMillisPart()) + " s";
    }
    List<String> parts = new ArrayList<>();
    add(parts, seconds / YEAR, "y");
    add(parts, seconds % YEAR / DAY, "d");
    add(parts, seconds % DAY / HOUR, "h");
    add(parts, seconds % HOUR / MINUTE, "min");
    add(parts, seconds % MINUTE, "s");
    return String.join(" ", parts.subList(0, Math.min(2, parts.size())));
  }

  /**
   * {@return the same of nanoseconds}
   *
   * @param nanos at least 0
   */
  public static String text(long nanos) {
    return text(Duration.ofNanos(nanos));
  }

  private static String decimal(long seconds, int millis) {
    return millis == 0
        ? Long.toString(seconds)
        : "%d.%03d".formatted(seconds, millis).replaceFirst("0+$", "");
  }

  private static void add(List<String> parts, long amount, String unit) {
    if (amount > 0) {
      parts.add(amount + " " + unit);
    }
  }
}
