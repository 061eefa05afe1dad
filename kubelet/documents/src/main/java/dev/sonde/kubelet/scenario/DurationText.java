package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.sim.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 40s}, {@code 1m30s}, {@code 250ms}, or plain seconds. */
public final class DurationText {

  private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?");

  private DurationText() {}

  /**
   * {@return the duration, or nothing if the text is none or one of more than 366 days}
   *
   * @param text such as {@code 1m30s}; a number alone counts seconds
   */
  public static Optional<Duration> parse(String text) {
    if (SECONDS.matcher(text).matches()) {
      return limited(of(text, "s"));
    }
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      sum = sum.plus(of(parts.group(1), parts.group(2)));
    }
    return limited(sum);
  }

  private static Optional<Duration> limited(Duration duration) {
    return Optional.of(duration).filter(some -> some.compareTo(Scenario.MAX_DURATION) <= 0);
  }

  private static Duration of(String number, String unit) {
    BigDecimal millis =
        switch (unit) {
          case "ms" -> BigDecimal.ONE;
          case "s" -> BigDecimal.valueOf(1_000);
          case "m" -> BigDecimal.valueOf(60_000);
          case "h" -> BigDecimal.valueOf(3_600_000);
          default -> BigDecimal.valueOf(86_400_000);
        };
    BigDecimal nanos = new BigDecimal(number).multiply(millis).movePointRight(6);
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }
}
