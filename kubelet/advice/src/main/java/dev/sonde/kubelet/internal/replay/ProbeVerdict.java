package dev.sonde.kubelet.internal.replay;

import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which number of a probe decided, at what moment, and what other numbers would have done. */
final class ProbeVerdict {

  private final ProbeKind kind;
  private final ProbeTiming timing;
  private final ProbeFailures failures;
  private final Instant decided;
  private final Optional<Duration> wellAfter;

  /**
   * @param kind which probe decided
   * @param probe its numbers
   * @param failures its failures up to then
   * @param decided when
   * @param wellAfter how long after the first failed try the application would have been well again
   */
  ProbeVerdict(
      ProbeKind kind,
      Probe probe,
      ProbeFailures failures,
      Instant decided,
      Optional<Duration> wellAfter) {
    this.kind = kind;
    this.timing = probe.timing();
    this.failures = failures;
    this.decided = decided;
    this.wellAfter = wellAfter;
  }

  /** {@return when the first try of the run failed} */
  Instant firstFailure() {
    return failures.isOneRun(timing)
        ? failures.first().orElse(decided)
        : decided.minus(failures.span(timing));
  }

  /** {@return the number that decided, and on what that rests} */
  String text() {
    return "failureThreshold "
        + timing.failureThreshold()
        + ", periodSeconds "
        + timing.periodSeconds()
        + ", timeoutSeconds "
        + timing.timeoutSeconds()
        + ": "
        + run()
        + (failures.because().isEmpty() ? "" : " (" + failures.because() + ")");
  }

  private String run() {
    int threshold = timing.failureThreshold();
    String from =
        threshold == 1
            ? "one failure, at " + ReplayLine.text(firstFailure())
            : threshold + " failures in a row, from " + ReplayLine.text(firstFailure());
    if (failures.isOneRun(timing)) {
      return from;
    }
    String inferred = from + " as inferred";
    if (failures.count() < threshold) {
      return inferred + "; only " + failures.count() + " of them recorded";
    }
    if (failures.count() == threshold) {
      return inferred
          + "; the recorded ones lie "
          + TimeWords.text(recordedSpan())
          + " apart, which these numbers do not explain: there were successes between, or other"
          + " numbers then";
    }
    return inferred + "; " + failures.count() + " recorded in all";
  }

  private Duration recordedSpan() {
    return Duration.between(failures.first().orElse(decided), failures.last().orElse(decided));
  }

  /** {@return the moments of the failures that the first and the last one enclose} */
  List<Instant> between() {
    List<Instant> moments = new ArrayList<>();
    for (int i = 1; i < timing.failureThreshold() - 1; i++) {
      moments.add(firstFailure().plus(failures.spacing(timing).multipliedBy(i)));
    }
    return moments;
  }

  /** {@return what other thresholds would have done} */
  List<OtherNumber> others() {
    int threshold = timing.failureThreshold();
    return Stream.of(threshold - 1, threshold + 1, threshold + 2, 2 * threshold)
        .filter(other -> other >= 1)
        .distinct()
        .sorted()
        .map(other -> new OtherNumber("failureThreshold " + other, outcome(other)))
        .toList();
  }

  private String outcome(int other) {
    Duration shift =
        failures.spacing(timing).multipliedBy(other - (long) timing.failureThreshold());
    String act = kind.restarts() ? "restart" : "traffic gone";
    String moment = ReplayLine.text(decided.plus(shift));
    if (wellAfter.isPresent()) {
      return supposed(other, act, moment, shift);
    }
    if (shift.isNegative()) {
      return act + " " + TimeWords.text(shift.abs()) + " earlier, at " + moment;
    }
    return "no "
        + act
        + " had the application answered again before "
        + moment
        + "; a real hang would have cost "
        + TimeWords.text(shift)
        + " more";
  }

  /** What is certain once somebody says how long the application was unwell. */
  private String supposed(int other, String act, String moment, Duration shift) {
    Duration unwell = wellAfter.orElseThrow();
    Duration needed = failures.spacing(timing).multipliedBy(other - 1L);
    if (needed.minus(unwell).abs().compareTo(Duration.ofSeconds(1)) < 0) {
      return "too close to tell: recorded times are whole seconds";
    }
    String cost =
        shift.isNegative()
            ? "a real hang would have cost " + TimeWords.text(shift.abs()) + " less"
            : "a real hang would have cost " + TimeWords.text(shift) + " more";
    return unwell.compareTo(needed) < 0
        ? "no " + act + "; " + cost
        : act + " at " + moment + " all the same; " + cost;
  }
}
