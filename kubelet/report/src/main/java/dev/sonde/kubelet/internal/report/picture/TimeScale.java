package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.model.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From time to place.
 *
 * @param left where time 0 is
 * @param right where the end is
 * @param until the end, in nanoseconds
 */
record TimeScale(double left, double right, long until) {

  /** The width of every picture; the page scales it. */
  static final int WIDTH = 960;

  private static final double CHARACTER = 6.6;
  private static final double MARGIN = 14;
  private static final int LEAST_LABEL = 11;
  static final int MOST_LABEL = 26;

  static TimeScale of(Timeline timeline) {
    int longest = timeline.lanes().stream().mapToInt(lane -> lane.label().length()).max().orElse(0);
    int characters = Math.max(LEAST_LABEL, Math.min(MOST_LABEL, longest));
    return new TimeScale(characters * CHARACTER + MARGIN, WIDTH - MARGIN, timeline.until());
  }

  double x(long at) {
    return left + (right - left) * Math.min(at, until) / until;
  }

  /** {@return a length in the fewest digits} A tenth of a pixel is enough. */
  static String text(double length) {
    BigDecimal rounded = BigDecimal.valueOf(length).setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
