package dev.sonde.benchmarks.health;

import dev.sonde.measured.OrderStatistics;
import java.util.List;
import java.util.Locale;

/**
 * Independent measurements of one thing. Immutable.
 *
 * @param sorted all of them, from the smallest on
 */
record Spread(List<Double> sorted) {

  /** Above and below together it leaves out one in twenty. */
  private static final double CONFIDENCE = 1 - (1 - OrderStatistics.CONFIDENCE) / 2;

  static Spread of(List<Double> values) {
    return new Spread(values.stream().sorted().toList());
  }

  double median() {
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  /** {@return the median with what bounds it, whatever the distribution} */
  String text(int digits) {
    int upper = OrderStatistics.upperRank(sorted.size(), 0.5, CONFIDENCE);
    return upper > sorted.size()
        ? number(median(), digits) + " (too few to bound)"
        : "%s (%s to %s)"
            .formatted(
                number(median(), digits),
                number(sorted.get(sorted.size() - upper), digits),
                number(sorted.get(upper - 1), digits));
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
