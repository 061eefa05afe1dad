package dev.sonde.kubelet.internal.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * One thing that happened.
 *
 * @param known it was recorded; else it is inferred from what was
 * @param from when, or when it began
 * @param until when it ended; the same moment where it has no length
 * @param what what happened
 * @param source where that is from, such as {@code event Unhealthy}
 */
public record ReplayLine(boolean known, Instant from, Instant until, String what, String source) {

  static final Comparator<ReplayLine> ORDER =
      Comparator.comparing(ReplayLine::from)
          .thenComparing(ReplayLine::until)
          .thenComparing(ReplayLine::known, Comparator.reverseOrder())
          .thenComparing(ReplayLine::what);

  static ReplayLine known(Instant at, String what, String source) {
    return new ReplayLine(true, at, at, what, source);
  }

  static ReplayLine inferred(Instant from, Instant until, String what, String source) {
    return new ReplayLine(false, from, until, what, source);
  }

  /** {@return a moment as everywhere in a replay} */
  static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** {@return when, as people read it} */
  public String when() {
    String start = text(from);
    String end = text(until);
    return start.equals(end) ? start : start + " to " + end;
  }
}
