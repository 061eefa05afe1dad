package dev.sonde.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a container's probes together mean in time. By the formulas of {@link ProbeBudget}, which
 * the simulator confirms: for an ideal kubelet, which acts at once, they are exact. A real one is
 * at best as fast, and up to {@link #LATENESS} later than the worst.
 *
 * @param probes the probes
 * @param podGraceSeconds the pod's grace period
 */
public record TimingAnswers(ProbeSet probes, long podGraceSeconds) {

  /** How much later than the worst of an ideal kubelet a real one may be. */
  public static final Duration LATENESS = Duration.ofSeconds(2);

  private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);
  private static final Duration LEAST_GRACE = Duration.ofSeconds(2);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
  private static final Duration MAX_BACK_OFF = Duration.ofMinutes(5);
  private static final int MAX_DOUBLINGS = 5;

  /**
   * {@return the answers for a container alone in its pod, with the grace period that it declares}
   *
   * @param probes the container's probes
   */
  public static TimingAnswers of(ProbeSet probes) {
    return new TimingAnswers(probes, probes.termination().effectiveTerminationGracePeriodSeconds());
  }

  /**
   * {@return the answers for a container of a pod}
   *
   * @param container the container
   * @param pod its pod
   */
  public static TimingAnswers of(ContainerSpec container, PodSpec pod) {
    ProbeSet probes = ProbeSet.forContainer(ContainerRef.ONLY);
    for (Map.Entry<ProbeKind, Probe> probe : container.probes().entrySet()) {
      probes = probes.with(probe.getKey(), probe.getValue());
    }
    if (container.preStop().isPresent()) {
      probes = probes.with(TerminationTiming.DEFAULT.withPreStop(container.preStop().get()));
    }
    return new TimingAnswers(probes, pod.effectiveTerminationGracePeriodSeconds());
  }

  private Optional<ProbeBudget> budget(ProbeKind kind) {
    return probes.probe(kind).map(ProbeBudget::of);
  }

  /**
   * {@return when a probe is first tried, from the container's start; for liveness and readiness
   * where there is no startup probe}
   *
   * @param kind which of the three
   */
  public Optional<TimeRange> firstTry(ProbeKind kind) {
    return budget(kind).map(b -> new TimeRange(b.firstTrySoonest(), b.firstTryLatest()));
  }

  /**
   * {@return how long the application may take to answer for the first time without being restarted
   * for it: by the startup probe, or by the liveness probe where there is none}
   */
  public Optional<Duration> startGuaranteed() {
    return boundingStart().map(ProbeBudget::guaranteedStart);
  }

  /** {@return when an application that never answers is restarted at the latest, from its start} */
  public Optional<Duration> startAtMost() {
    return boundingStart().map(ProbeBudget::longestStart);
  }

  private Optional<ProbeBudget> boundingStart() {
    return budget(ProbeKind.STARTUP).or(() -> budget(ProbeKind.LIVENESS));
  }

  /**
   * {@return from a hang to the decision to restart; unset where no liveness probe notices it, see
   * {@link Handler#noticesHang()}}
   */
  public Optional<TimeRange> hangToKill() {
    return hangNoticed(ProbeKind.LIVENESS);
  }

  private Optional<TimeRange> hangNoticed(ProbeKind kind) {
    return probes
        .probe(kind)
        .filter(probe -> probe.handler().map(Handler::noticesHang).orElse(true))
        .map(ProbeBudget::of)
        .map(b -> new TimeRange(b.hangNoticedSoonest(), b.hangNoticedLatest()));
  }

  /**
   * {@return from refused connections or an answer that fails to the decision to restart} To a
   * {@code tcpSocket} probe nothing is answered, it notices only that connections are refused.
   */
  public Optional<TimeRange> refusalToKill() {
    return budget(ProbeKind.LIVENESS)
        .map(b -> new TimeRange(b.refusalNoticedSoonest(), b.refusalNoticedLatest()));
  }

  /**
   * {@return from the end of a container that ends by itself until it is started again} At best as
   * {@link #goneToRestarted} says, which is a lower bound; at worst up to half as long again, but
   * no more than 30 s, as the kubelet looks at the pod so late.
   *
   * @param restart which of the restarts, from 1
   * @throws IllegalArgumentException if it is below 1
   */
  public static TimeRange restartWait(int restart) {
    Duration wait = goneToRestarted(restart);
    Duration look = wait.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : wait;
    return new TimeRange(wait, wait.plus(look.dividedBy(2)));
  }

  /** {@return the longest from the decision of liveness to restart until the container is gone} */
  public Duration killToGone() {
    return killToGone(ProbeKind.LIVENESS);
  }

  /**
   * {@return the longest from the decision to restart until the container is gone: the grace period
   * of the probe that decided, or else the pod's, but at least 2 s} A pre-stop hook that lasts to
   * the end of the grace period adds 2 s.
   *
   * @param decider liveness or startup
   */
  public Duration killToGone(ProbeKind decider) {
    OptionalLong own =
        probes
            .probe(decider)
            .map(Probe::terminationGracePeriodSeconds)
            .orElse(OptionalLong.empty());
    Duration grace = Duration.ofSeconds(own.orElse(podGraceSeconds));
    return hookMayLast(grace) ? grace.plus(LEAST_GRACE) : later(grace, LEAST_GRACE);
  }

  /** A hook may leave less of the grace period than the signal gets at least. */
  private boolean hookMayLast(Duration grace) {
    if (grace.isZero() || probes.termination().preStop().isEmpty()) {
      return false;
    }
    return probes.termination().preStop().get().handlers().stream()
        .allMatch(
            hook ->
                !(hook instanceof Sleep sleep)
                    || Duration.ofSeconds(sleep.seconds()).plus(LEAST_GRACE).compareTo(grace) > 0);
  }

  /**
   * {@return from the end of a container that ends by itself until it is started again: nothing the
   * first time, then 10 s, doubling up to 300 s} It begins again after 10 minutes without a
   * restart.
   *
   * @param restart which of the restarts, from 1
   * @throws IllegalArgumentException if it is below 1
   */
  public static Duration goneToRestarted(int restart) {
    if (restart < 1) {
      throw new IllegalArgumentException("restart " + restart + " is below 1");
    }
    if (restart == 1) {
      return Duration.ZERO;
    }
    int doublings = Math.min(restart - 2, MAX_DOUBLINGS);
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << doublings);
    return wait.compareTo(MAX_BACK_OFF) > 0 ? MAX_BACK_OFF : wait;
  }

  /**
   * {@return from a hang until the application runs again: decision, and grace period; unset where
   * no liveness probe notices it}
   */
  public Optional<TimeRange> hangToRestart() {
    return hangToKill().map(kill -> new TimeRange(kill.best(), kill.worst().plus(killToGone())));
  }

  /**
   * {@return from a hang until no more traffic is sent; unset where no readiness probe notices it,
   * see {@link Handler#noticesHang()}}
   */
  public Optional<TimeRange> hangToNoTraffic() {
    return hangNoticed(ProbeKind.READINESS);
  }

  /** {@return from a recovery until traffic is sent again, at the latest} */
  public Optional<Duration> recoveryToTraffic() {
    return budget(ProbeKind.READINESS).map(ProbeBudget::recoveryNoticedLatest);
  }

  /**
   * {@return from the container's start until it is ready, at the latest}
   *
   * @param wellAfter when the application is well, from the container's start
   */
  public Duration startToReady(Duration wellAfter) {
    if (probes.startup().isEmpty()) {
      return budget(ProbeKind.READINESS)
          .map(readiness -> readiness.readyLatest(wellAfter))
          .orElse(Duration.ZERO);
    }
    Duration started = startedLatest(probes.startup().get().timing(), wellAfter);
    return probes.readiness().map(Probe::timing).map(r -> readyAfter(r, started)).orElse(started);
  }

  private static Duration startedLatest(ProbeTiming startup, Duration wellAfter) {
    return later(Duration.ofSeconds(startup.initialDelaySeconds()), wellAfter)
        .plusSeconds((long) startup.periodSeconds() + startup.timeoutSeconds());
  }

  /**
   * Readiness is tried out of turn as soon as the container is started. If its delay is over by
   * then, only the further successes take periods; if not, it waits for a tick after the delay.
   */
  private static Duration readyAfter(ProbeTiming readiness, Duration started) {
    Duration delay = Duration.ofSeconds(readiness.initialDelaySeconds());
    long period = readiness.periodSeconds();
    long successes = readiness.successThreshold();
    Duration atOnce = started.plusSeconds((successes - 1) * period);
    Duration afterDelay = delay.plusSeconds(successes * period);
    return later(atOnce, afterDelay).plusSeconds(readiness.timeoutSeconds());
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
