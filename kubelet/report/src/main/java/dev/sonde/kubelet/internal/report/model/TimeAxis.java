package dev.sonde.kubelet.internal.report.model;

import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.TimeWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The moments that are below a timeline: round ones, not too many. */
public final class TimeAxis {

  /** In milliseconds. */
  private static final List<Long> STEPS =
      List.of(
          100L,
          200L,
          500L,
          1_000L,
          2_000L,
          5_000L,
          10_000L,
          15_000L,
          30_000L,
          60_000L,
          120_000L,
          300_000L,
          600_000L,
          900_000L,
          1_800_000L,
          3_600_000L);

  /** Up to here people think in seconds. */
  private static final long MOST_SECONDS = 300;

  private TimeAxis() {}

  /**
   * One of the moments.
   *
   * @param at the moment, in nanoseconds
   * @param label how it is written
   */
  public record Tick(long at, String label) {}

  /**
   * {@return the moments from 0 to the end}
   *
   * @param until the end, in nanoseconds
   * @param most how many intervals there may be at most
   */
  public static List<Tick> ticks(long until, int most) {
    long step = step(until, most);
    boolean small = until <= NanoTime.ofSeconds(MOST_SECONDS);
    List<Tick> ticks = new ArrayList<>();
    for (long at = 0; at <= until; at += step) {
      ticks.add(new Tick(at, at == 0 ? "0" : small ? TimeWords.text(at) : clock(at)));
    }
    return ticks;
  }

  private static long step(long until, int most) {
    for (long millis : STEPS) {
      long step = Duration.ofMillis(millis).toNanos();
      if (until / step <= most) {
        return step;
      }
    }
    return Math.max(1, until / most);
  }

  private static String clock(long nanos) {
    Duration time = Duration.ofNanos(nanos);
    return time.toHours() == 0
        ? "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d:%02d h".formatted(time.toHours(), time.toMinutesPart());
  }
}
