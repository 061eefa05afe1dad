package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.KubeletSettings;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Plays starts, hangs and stalls with the suggested numbers, on kubelets as late as on nodes. */
final class Confirmation {

  /** How many hangs and stalls, and starts where none are asked for; the seeds are 1 to that. */
  static final int USUAL_PLAYS = 300;

  private static final Duration ENOUGH = Duration.ofSeconds(5);

  private final SuggestRequest request;
  private final ContainerSpec container;
  private final TimingAnswers answers;
  private final Map<Objective, Long> worst = new EnumMap<>(Objective.class);
  private int killedStarts;
  private int killedStalls;

  private Confirmation(SuggestRequest request, ContainerSpec container) {
    this.request = request;
    this.container = container;
    this.answers = TimingAnswers.of(container, request.probed().pod());
  }

  /**
   * Plays what the objectives are about.
   *
   * @param request the objectives, and what was measured
   * @param container the container with the numbers to confirm
   */
  static Confirmation of(SuggestRequest request, ContainerSpec container) {
    Confirmation confirmation = new Confirmation(request, container);
    if (confirmation.wants(Objective.STARTS_SURVIVED)
        || confirmation.wants(Objective.READY_WITHIN)) {
      IntStream.rangeClosed(1, confirmation.starts()).forEach(confirmation::playStart);
    }
    if (confirmation.wants(Objective.HANG_RESTARTED_WITHIN)
        || confirmation.wants(Objective.TRAFFIC_GONE_WITHIN)) {
      IntStream.rangeClosed(1, USUAL_PLAYS).forEach(confirmation::playHang);
    }
    if (confirmation.wants(Objective.STALL_SURVIVED)) {
      IntStream.rangeClosed(1, USUAL_PLAYS).forEach(confirmation::playStall);
    }
    return confirmation;
  }

  private boolean wants(Objective objective) {
    return request.objectives().value(objective).isPresent();
  }

  /** {@return how many starts are played} */
  int starts() {
    return (int) request.objectives().value(Objective.STARTS_SURVIVED).orElse(USUAL_PLAYS);
  }

  int killedStarts() {
    return killedStarts;
  }

  int killedStalls() {
    return killedStalls;
  }

  /** {@return the longest that was seen, in milliseconds} */
  OptionalLong worst(Objective objective) {
    Long seen = worst.get(objective);
    return seen == null ? OptionalLong.empty() : OptionalLong.of(seen);
  }

  private void playStart(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long start = start(random);
    Duration delay = Duration.ofMillis(random.nextLong(10_000));
    SimulatedApplication application =
        SimulatedApplication.builder().startDelay(delay).startsIn(Duration.ofMillis(start)).build();
    Duration lasting = delay.plus(answers.startToReady(Duration.ofMillis(start))).plus(ENOUGH);
    List<KubeletEvent> events = play(seed, application, lasting);
    if (events.stream().anyMatch(ContainerEvent.KillDecided.class::isInstance)) {
      killedStarts++;
      return;
    }
    Optional<Long> running = first(events, ContainerEvent.ContainerRunning.class::isInstance);
    Optional<Long> ready =
        first(events, event -> event instanceof PodEvent.PodReadyChanged now && now.ready());
    long could = running.orElse(0L) + start;
    long took = ready.map(at -> Math.max(at - could, 0)).orElse(lasting.toMillis());
    worst.merge(Objective.READY_WITHIN, took, Math::max);
  }

  /** Measured starts, slower by the margin; without evidence any that the budget allows. */
  private long start(SplittableRandom random) {
    if (request.evidence().isEmpty()) {
      return random.nextLong(
          answers.startGuaranteed().orElse(Duration.ofMinutes(1)).toMillis() + 1);
    }
    return (long) Math.ceil(request.evidence().drawn(random) * request.margin());
  }

  private void playHang(int seed) {
    Duration from = wellUntil(seed);
    SimulatedApplication application =
        SimulatedApplication.builder()
            .ignoresSigterm()
            .fault(ApplicationFault.from(from, FaultEffect.HANGS).ofInstance(1))
            .build();
    Duration longest =
        answers
            .hangToRestart()
            .map(range -> range.worst())
            .orElse(Duration.ZERO)
            .plus(answers.hangToNoTraffic().map(range -> range.worst()).orElse(Duration.ZERO));
    Duration lasting = from.plus(longest).plus(ENOUGH).plus(ENOUGH);
    List<KubeletEvent> events = play(seed, application, lasting);
    long hung = from.toMillis();
    keep(
        Objective.HANG_RESTARTED_WITHIN,
        first(
            events,
            event -> event instanceof ContainerEvent.ContainerRunning run && run.instance() == 2),
        hung,
        lasting);
    keep(
        Objective.TRAFFIC_GONE_WITHIN,
        first(
            events,
            event ->
                event instanceof PodEvent.TrafficChanged traffic
                    && !traffic.receives()
                    && traffic.at() / 1_000_000 >= hung),
        hung,
        lasting);
  }

  private void keep(Objective objective, Optional<Long> at, long from, Duration lasting) {
    if (wants(objective)) {
      worst.merge(objective, at.orElse(lasting.toMillis()) - from, Math::max);
    }
  }

  private void playStall(int seed) {
    Duration from = wellUntil(seed);
    Duration stall =
        Duration.ofMillis(request.objectives().value(Objective.STALL_SURVIVED).orElse(0));
    SimulatedApplication application =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(from, FaultEffect.HANGS).lasting(stall));
    List<KubeletEvent> events = play(seed, application, from.plus(stall).plus(ENOUGH));
    if (events.stream().anyMatch(ContainerEvent.KillDecided.class::isInstance)) {
      killedStalls++;
    }
  }

  /** Ready for a while, and then at any moment between two ticks. */
  private Duration wellUntil(int seed) {
    return answers
        .startToReady(Duration.ZERO)
        .plus(ENOUGH)
        .plusMillis(new SplittableRandom(seed).nextLong(60_000));
  }

  private List<KubeletEvent> play(int seed, SimulatedApplication application, Duration lasting) {
    PodSpec pod =
        PodSpec.of(container)
            .withTerminationGracePeriodSeconds(
                request.probed().pod().effectiveTerminationGracePeriodSeconds());
    Scenario scenario =
        Scenario.of(pod)
            .with(PodTemplate.nameOf(container), application)
            .on(
                KubeletSettings.DEFAULT
                    .withVersion(request.release())
                    .withMode(KubeletMode.REAL)
                    .delayed(Duration.ZERO, ObjectiveTimes.ENDPOINT_DELAY))
            .lasting(lasting)
            .withSeed(seed);
    return Simulation.play(scenario, Confirmation::matters).trace().stream()
        .map(TraceEntry::event)
        .toList();
  }

  private static boolean matters(KubeletEvent event) {
    return event instanceof ContainerEvent.KillDecided
        || event instanceof ContainerEvent.ContainerRunning
        || event instanceof PodEvent.PodReadyChanged
        || event instanceof PodEvent.TrafficChanged;
  }

  private static Optional<Long> first(List<KubeletEvent> events, Predicate<KubeletEvent> which) {
    return events.stream().filter(which).findFirst().map(event -> event.at() / 1_000_000);
  }
}
