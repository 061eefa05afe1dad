package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out why a container that runs gets no traffic. */
final class ReadinessVerdicts {

  private final RecordedPod pod;
  private final RecordedContainer container;
  private final List<RecordedEvent> events;
  private final ReplayRequest request;

  ReadinessVerdicts(
      RecordedPod pod,
      RecordedContainer container,
      List<RecordedEvent> events,
      ReplayRequest request) {
    this.pod = pod;
    this.container = container;
    this.events = events;
    this.request = request;
  }

  /** {@return what took it out of traffic, if it is out of it and its readiness failed} */
  Optional<ReplayDecision> decision() {
    Optional<Probe> probe = container.probe(ProbeKind.READINESS);
    boolean out = container.runningSince().isPresent() && !container.ready();
    Instant end = pod.unreadySince().orElse(Instant.MAX.minusSeconds(1));
    ProbeFailures failures = ProbeFailures.of(events, ProbeKind.READINESS, end);
    if (probe.isEmpty() || !out || failures.count() == 0) {
      return Optional.empty();
    }
    Instant began = container.runningSince().orElseThrow();
    if (pod.unreadySince().filter(since -> since.isAfter(began.plusSeconds(1))).isEmpty()) {
      return Optional.of(neverReady());
    }
    ProbeVerdict verdict =
        new ProbeVerdict(ProbeKind.READINESS, probe.get(), failures, end, request.wellAfter());
    return Optional.of(
        new ReplayDecision(
            DecisionCause.READINESS,
            near(failures, end),
            Optional.of(end),
            "no traffic since then: " + verdict.text(),
            verdict.others()));
  }

  private static ReplayDecision neverReady() {
    return new ReplayDecision(
        DecisionCause.READINESS,
        false,
        Optional.empty(),
        "no traffic: readiness fails, and nothing says that this instance was ever ready",
        List.of());
  }

  /** The condition changed when the last failure came: then it was that probe, for all we see. */
  private static boolean near(ProbeFailures failures, Instant end) {
    return failures
        .last()
        .map(last -> Duration.between(last, end).abs().compareTo(ProbeFailures.TOLERANCE) <= 0)
        .orElse(false);
  }
}
