package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.internal.report.model.Timeline.Fact;
import dev.sonde.kubelet.internal.time.TimeWords;
import java.util.LongSummaryStatistics;

/** One figure of a scenario over many seeds; below 0 where it was not seen. */
final class FactRange {

  /** Times have a precision of a tenth of a second: the best not later, the worst not earlier. */
  private static final long TENTH = 100_000_000;

  private final String label;
  private final LongSummaryStatistics seen = new LongSummaryStatistics();
  private long unseen;

  FactRange(String label) {
    this.label = label;
  }

  void add(long value) {
    if (value < 0) {
      unseen++;
    } else {
      seen.accept(value);
    }
  }

  /** The worst; below 0 if it was never seen. */
  long most() {
    return seen.getCount() == 0 ? -1 : seen.getMax();
  }

  /** A time from the beginning. */
  Fact after() {
    return fact("after " + times());
  }

  /** A time from an incident. */
  Fact later() {
    return fact(seen.getMax() <= 0 ? "at once" : times() + " later");
  }

  Fact numbers() {
    return fact(range(Long.toString(seen.getMin()), Long.toString(seen.getMax())));
  }

  /** How many requests are lost, as the time in which as many come in. */
  Fact requests() {
    String most = "as many as come in ";
    if (seen.getMax() <= 0) {
      return fact("none");
    }
    return fact(seen.getMin() <= 0 ? "up to " + most + worst() : most + times());
  }

  private String times() {
    return seen.getMin() == seen.getMax() ? TimeWords.text(seen.getMin()) : range(best(), worst());
  }

  private String best() {
    return TimeWords.text(seen.getMin() / TENTH * TENTH);
  }

  private String worst() {
    return TimeWords.text((seen.getMax() + TENTH - 1) / TENTH * TENTH);
  }

  private static String range(String best, String worst) {
    return best.equals(worst) ? best : best + " to " + worst;
  }

  private Fact fact(String range) {
    long all = unseen + seen.getCount();
    String some = unseen == 0 ? "" : ", not seen with %d of %d seeds".formatted(unseen, all);
    return new Fact(label, unseen == all ? "not seen" : range + some);
  }
}
