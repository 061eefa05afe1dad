package dev.sonde.kubelet.internal.time;

import java.math.BigDecimal;
import java.time.Duration;

/** Converts what the loops count in. */
public final class NanoTime {

  /** One second. */
  public static final long PER_SECOND = 1_000_000_000L;

  private static final long PER_MILLI = 1_000_000L;

  private NanoTime() {}

  /**
   * {@return whole seconds as nanoseconds, at most {@link EventLoop#NEVER}}
   *
   * @param seconds at least 0
   */
  public static long ofSeconds(long seconds) {
    return seconds > EventLoop.NEVER / PER_SECOND ? EventLoop.NEVER : seconds * PER_SECOND;
  }

  /**
   * {@return a duration as nanoseconds, at most {@link EventLoop#NEVER}}
   *
   * @param duration at least 0
   */
  public static long of(Duration duration) {
    return duration.compareTo(Duration.ofNanos(EventLoop.NEVER)) >= 0
        ? EventLoop.NEVER
        : duration.toNanos();
  }

  /**
   * {@return seconds for people: at least one decimal, at most three, such as {@code 31.0s}}
   *
   * @param nanos the time in nanoseconds, at least 0
   */
  public static String text(long nanos) {
    long millis = nanos / PER_MILLI + (nanos % PER_MILLI >= PER_MILLI / 2 ? 1 : 0);
    long rest = millis % 1000;
    String decimals =
        rest % 100 == 0
            ? Long.toString(rest / 100)
            : rest % 10 == 0 ? digits(rest / 10, 2) : digits(rest, 3);
    return millis / 1000 + "." + decimals + "s";
  }

  private static String digits(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }

  /**
   * {@return seconds for programs: exact, no trailing zeros, such as {@code 31} or {@code 0.25}}
   *
   * @param nanos the time in nanoseconds
   */
  public static BigDecimal exactSeconds(long nanos) {
    BigDecimal shortest = seconds(nanos).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private static BigDecimal seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9);
  }
}
