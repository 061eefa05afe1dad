package dev.sonde.kubelet.internal.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Converts what the loops count in. */
public final class NanoTime {

  /** One second. */
  public static final long PER_SECOND = 1_000_000_000L;

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
   * @param nanos the time in nanoseconds
   */
  public static String text(long nanos) {
    BigDecimal seconds = seconds(nanos).setScale(3, RoundingMode.HALF_UP);
    BigDecimal shortest = seconds.stripTrailingZeros();
    return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString() + "s";
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
