package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The failed tries of one probe that are recorded up to some moment.
 *
 * @param count how many
 * @param first when the first one failed
 * @param last when the last one failed, if it is recorded: of an event that goes on after the
 *     moment nobody knows
 * @param timeouts how many of them waited until their time was up
 * @param because why, in the kubelet's words, each reason once
 */
record ProbeFailures(
    long count, Optional<Instant> first, Optional<Instant> last, long timeouts, String because) {

  /** Events have whole seconds, and a kubelet has other work. */
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProbeFailures of(List<RecordedEvent> events, ProbeKind probe, Instant until) {
    Instant end = until.plusSeconds(1);
    List<RecordedEvent> failed =
        events.stream()
            .filter(event -> event.meaning() == EventMeaning.PROBE_FAILED)
            .filter(event -> event.probe().equals(Optional.of(probe)))
            .filter(event -> !event.first().isAfter(end))
            .toList();
    boolean goesOn = failed.stream().anyMatch(event -> event.last().isAfter(end));
    return new ProbeFailures(
        failed.stream().mapToLong(RecordedEvent::count).sum(),
        failed.stream().map(RecordedEvent::first).min(Comparator.naturalOrder()),
        goesOn
            ? Optional.empty()
            : failed.stream().map(RecordedEvent::last).max(Comparator.naturalOrder()),
        failed.stream().filter(RecordedEvent::isTimeout).mapToLong(RecordedEvent::count).sum(),
        String.join("; ", failed.stream().map(RecordedEvent::because).distinct().toList()));
  }

  /** {@return how far apart failures in a row are: a try that hangs takes its whole timeout} */
  Duration spacing(ProbeTiming timing) {
    int period = timing.periodSeconds();
    return Duration.ofSeconds(timeouts > 0 ? Math.max(period, timing.timeoutSeconds()) : period);
  }

  /** {@return how long so many failures in a row last, from the first one's end to the last's} */
  Duration span(ProbeTiming timing) {
    return spacing(timing).multipliedBy(timing.failureThreshold() - 1L);
  }

  /** Tells whether what is recorded is one run of just as many failures as it takes. */
  boolean isOneRun(ProbeTiming timing) {
    if (count != timing.failureThreshold() || first.isEmpty() || last.isEmpty()) {
      return false;
    }
    Duration recorded = Duration.between(first.get(), last.get());
    // Of a refusal after a timeout nobody can say when within the period it came.
    Duration mixed =
        timeouts > 0 && timeouts < count
            ? Duration.ofSeconds(timing.timeoutSeconds())
            : Duration.ZERO;
    return recorded.minus(span(timing)).abs().compareTo(TOLERANCE.plus(mixed)) <= 0;
  }
}
