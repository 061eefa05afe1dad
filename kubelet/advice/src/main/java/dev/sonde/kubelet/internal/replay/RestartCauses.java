package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.release.KubernetesVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why the instances of a container ended, and why it lost its traffic. */
final class RestartCauses {

  private final RecordedPod pod;
  private final RecordedContainer container;
  private final List<RecordedEvent> events;
  private final ReplayRequest request;
  private final List<ReplayDecision> decisions = new ArrayList<>();
  private final List<ReplayLine> inferred = new ArrayList<>();
  private long explained;

  /**
   * @param pod the pod
   * @param container one of its containers
   * @param events what happened to the container
   * @param request what is supposed
   */
  RestartCauses(
      RecordedPod pod,
      RecordedContainer container,
      List<RecordedEvent> events,
      ReplayRequest request) {
    this.pod = pod;
    this.container = container;
    this.events = events;
    this.request = request;
  }

  /** Finds out; before that there is nothing. */
  RestartCauses find() {
    of(EventMeaning.PROBE_KILLED).forEach(this::addKill);
    container.lastEnd().ifPresent(end -> addEnd(end, "the instance before"));
    container.end().ifPresent(end -> addEnd(end, "the last instance"));
    addUnexplained();
    new ReadinessVerdicts(pod, container, events, request).decision().ifPresent(decisions::add);
    return this;
  }

  List<ReplayDecision> decisions() {
    return decisions;
  }

  /** {@return what follows from the decisions} */
  List<ReplayLine> inferred() {
    return inferred;
  }

  private List<RecordedEvent> of(EventMeaning meaning) {
    return events.stream().filter(event -> event.meaning() == meaning).toList();
  }

  private void addKill(RecordedEvent kill) {
    ProbeKind kind = kill.probe().orElseThrow();
    Instant at = kill.last();
    explained += kill.count();
    Optional<Probe> probe = container.probe(kind);
    if (probe.isEmpty()) {
      add(kind, at, often(kill) + "its numbers are not in the recording", List.of());
      return;
    }
    ProbeFailures failures = ProbeFailures.of(events, kind, at);
    ProbeVerdict verdict = new ProbeVerdict(kind, probe.get(), failures, at, request.wellAfter());
    add(kind, at, often(kill) + verdict.text() + inherited(kind, at), verdict.others());
    if (probe.get().timing().failureThreshold() > 1) {
      inferred.add(
          ReplayLine.inferred(
              verdict.firstFailure(),
              at,
              kind.word() + " failed at each try" + moments(verdict),
              "periodSeconds, timeoutSeconds"));
    }
    addStop(kind, probe.get(), at);
  }

  private static String moments(ProbeVerdict verdict) {
    List<String> between = verdict.between().stream().map(ReplayLine::text).toList();
    return between.isEmpty() || between.size() > 8
        ? ""
        : ", between the first and the last at " + String.join(", ", between);
  }

  private static String often(RecordedEvent kill) {
    return kill.count() == 1
        ? ""
        : kill.count() + " times, first at " + ReplayLine.text(kill.first()) + ", last here: ";
  }

  private void add(ProbeKind kind, Instant at, String text, List<OtherNumber> others) {
    decisions.add(new ReplayDecision(DecisionCause.of(kind), true, Optional.of(at), text, others));
  }

  /** A known defect of some releases kills containers that are still starting. */
  private String inherited(ProbeKind kind, Instant at) {
    KubernetesVersion release = request.release().orElse(KubernetesVersion.DEFAULT);
    Optional<Probe> startup = container.probe(ProbeKind.STARTUP);
    boolean soon =
        startup.isPresent()
            && endedAt(at)
                .flatMap(RecordedEnd::startedAt)
                .map(began -> began.plusSeconds(startup.get().timing().periodSeconds()))
                .filter(firstTick -> !at.isAfter(firstTick))
                .isPresent();
    return kind == ProbeKind.LIVENESS && release.restartedInheritsStarted() && soon
        ? "; before the startup probe's first try: Kubernetes "
            + release
            + " lets a restarted container inherit started (kubernetes issue 141155)"
        : "";
  }

  private Optional<RecordedEnd> endedAt(Instant kill) {
    return container.lastEnd().or(container::end).filter(end -> encloses(end, kill));
  }

  private static boolean encloses(RecordedEnd end, Instant moment) {
    return end.startedAt().filter(began -> !moment.plusSeconds(1).isBefore(began)).isPresent()
        && end.finishedAt().filter(over -> !moment.minusSeconds(1).isAfter(over)).isPresent();
  }

  private void addStop(ProbeKind kind, Probe probe, Instant at) {
    Optional<RecordedEnd> end = endedAt(at);
    if (end.isEmpty()) {
      return;
    }
    long grace = probe.terminationGracePeriodSeconds().orElse(pod.graceSeconds().orElse(0));
    String how =
        end.get().isKilled() && !end.get().isOutOfMemory()
            ? "stopping did not end it within its grace period of " + grace + " s: killed"
            : "it stopped on request";
    inferred.add(
        ReplayLine.inferred(
            at,
            end.get().finishedAt().orElse(at),
            how,
            kind.word() + "'s kill and exit code " + end.get().exitCode()));
    if (end.get().isOutOfMemory()) {
      decisions.add(
          new ReplayDecision(
              DecisionCause.MEMORY,
              true,
              end.get().finishedAt(),
              "while it stopped for that probe, the kernel killed it for its memory (OOMKilled)",
              List.of()));
    }
  }

  private void addEnd(RecordedEnd end, String which) {
    boolean byProbe =
        of(EventMeaning.PROBE_KILLED).stream().anyMatch(kill -> encloses(end, kill.last()));
    if (!byProbe) {
      explained++;
      decisions.add(cause(end, which));
    }
  }

  private ReplayDecision cause(RecordedEnd end, String which) {
    boolean stopped =
        pod.deletedAt().isPresent()
            || of(EventMeaning.STOPPED).stream().anyMatch(stop -> encloses(end, stop.last()));
    String ended = which + " ended with " + end.text();
    if (end.isOutOfMemory()) {
      return decision(
          DecisionCause.MEMORY,
          end,
          ended + ": over its memory limit. No probe decided, so no number of one changes it");
    }
    if (stopped) {
      return decision(
          DecisionCause.STOPPED,
          end,
          ended
              + ": something stopped it, a deletion, an eviction, a changed definition, or a pod "
              + "that has nothing left to run. No probe is named");
    }
    if (end.isBySignal()) {
      return decision(
          DecisionCause.UNKNOWN,
          end,
          ended
              + ": a signal, and no event says whose. A probe's kill leaves an event Killing,"
              + " which may be gone");
    }
    boolean done = end.exitCode() == 0;
    return decision(
        DecisionCause.EXIT,
        end,
        ended
            + ": the process ended by itself"
            + (done ? "" : ", with an error")
            + ". No probe decided, so no number of one changes it");
  }

  private static ReplayDecision decision(DecisionCause cause, RecordedEnd end, String text) {
    boolean known = cause != DecisionCause.UNKNOWN;
    return new ReplayDecision(cause, known, end.finishedAt(), text, List.of());
  }

  /** Restarts that are counted, and of which nothing else is left. */
  private void addUnexplained() {
    boolean over =
        container.end().isPresent() || container.waits().equals(Optional.of("CrashLoopBackOff"));
    long ends = container.restarts().orElse(0) + (over ? 1 : 0);
    long missing = ends - explained;
    if (missing > 0) {
      decisions.add(
          new ReplayDecision(
              DecisionCause.UNKNOWN,
              false,
              Optional.empty(),
              missing
                  + (missing == 1 ? " more instance" : " more instances")
                  + " ended of which the recording does not say why. "
                  + RecordingGaps.KEPT,
              List.of()));
    }
  }
}
