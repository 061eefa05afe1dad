package dev.sonde.kubelet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.TimeRange;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The formulas against the simulator, over random specs and random moments: what is measured lies
 * within the bounds. In ideal mode the bounds are reached up to the grain of the moments that are
 * tried; in real mode the worst comes up to {@link TimingAnswers#LATENESS} later.
 */
class AnswersPropertyTest {

  private static final int SPECS = 60;
  private static final int MOMENTS = 40;
  private static final Duration GRAIN = Duration.ofMillis(1);

  private static Probe random(SplittableRandom random, boolean countsSuccesses) {
    return Probe.builder()
        .handler(HttpGet.of("/", Port.of(8080)))
        .initialDelaySeconds(random.nextInt(0, 9))
        .timeoutSeconds(random.nextInt(1, 9))
        .periodSeconds(random.nextInt(1, 9))
        .successThreshold(countsSuccesses ? random.nextInt(1, 4) : 1)
        .failureThreshold(random.nextInt(1, 5))
        .build();
  }

  /** Two modes and as many seeds as a property is tried with. */
  private static Stream<Arguments> modes(long... seeds) {
    return LongStream.of(seeds)
        .boxed()
        .flatMap(seed -> Stream.of(KubeletMode.values()).map(mode -> Arguments.of(mode, seed)));
  }

  private static Duration late(KubeletMode mode, Duration bound) {
    return mode == KubeletMode.REAL ? bound.plus(TimingAnswers.LATENESS) : bound;
  }

  private static Duration first(Scenario scenario, Duration after, Predicate<KubeletEvent> what) {
    return Simulation.play(scenario).trace().stream()
        .map(TraceEntry::event)
        .filter(event -> event.at() >= after.toNanos())
        .filter(what)
        .map(event -> Duration.ofNanos(event.at()).minus(after))
        .findFirst()
        .orElseThrow();
  }

  private static boolean killed(KubeletEvent event) {
    return event instanceof ContainerEvent.KillDecided;
  }

  private static boolean ready(KubeletEvent event) {
    return event instanceof PodEvent.PodReadyChanged changed && changed.ready();
  }

  private static boolean unready(KubeletEvent event) {
    return event instanceof PodEvent.PodReadyChanged changed && !changed.ready();
  }

  /** The phase between the worker's ticks and the container's start. */
  private static Duration phase(int moment, int period) {
    // The corners first: on a tick, just after one, and then all over the period.
    long nanos =
        switch (moment) {
          case 0 -> 0;
          case 1 -> GRAIN.toNanos();
          case 2 -> Duration.ofSeconds(period).minus(GRAIN).toNanos();
          default -> Duration.ofSeconds(period).toNanos() / MOMENTS * moment;
        };
    return Duration.ofNanos(nanos);
  }

  private interface Measurement {
    Duration take(Duration phase, int moment);
  }

  private static void holds(
      KubeletMode mode, TimeRange claimed, int period, Measurement measurement) {
    Duration least = Duration.ofDays(1);
    Duration most = Duration.ZERO;
    for (int moment = 0; moment < MOMENTS; moment++) {
      Duration measured = measurement.take(phase(moment, period), moment);
      least = measured.compareTo(least) < 0 ? measured : least;
      most = measured.compareTo(most) > 0 ? measured : most;
    }
    assertThat(least).isGreaterThanOrEqualTo(claimed.best());
    assertThat(most).isLessThanOrEqualTo(late(mode, claimed.worst()));
    if (mode == KubeletMode.IDEAL) {
      assertThat(least).isLessThanOrEqualTo(claimed.best().plus(GRAIN));
      assertThat(most).isGreaterThanOrEqualTo(claimed.worst().minus(GRAIN.multipliedBy(2)));
    }
  }

  static Stream<Arguments> aHangIsEndedByAKillWithinTheBounds() {
    return modes(1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource
  void aHangIsEndedByAKillWithinTheBounds(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe);
      TimingAnswers answers = TimingAnswers.of(probes);
      Duration base = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      holds(
          mode,
          answers.hangToKill().orElseThrow(),
          probe.timing().periodSeconds(),
          (phase, moment) -> {
            Duration hang = base.plus(phase);
            SimulatedApplication app =
                SimulatedApplication.WELL.with(ApplicationFault.from(hang, FaultEffect.HANGS));
            return first(scenario(mode, probes, app), hang, AnswersPropertyTest::killed);
          });
    }
  }

  static Stream<Arguments> refusedConnectionsAreEndedByAKillWithinTheBounds() {
    return modes(4, 5);
  }

  @ParameterizedTest
  @MethodSource
  void refusedConnectionsAreEndedByAKillWithinTheBounds(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe);
      TimingAnswers answers = TimingAnswers.of(probes);
      Duration base = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      holds(
          mode,
          answers.refusalToKill().orElseThrow(),
          probe.timing().periodSeconds(),
          (phase, moment) -> {
            Duration down = base.plus(phase);
            SimulatedApplication app =
                SimulatedApplication.WELL.with(ApplicationFault.from(down, FaultEffect.REFUSES));
            return first(scenario(mode, probes, app), down, AnswersPropertyTest::killed);
          });
    }
  }

  static Stream<Arguments> trafficStopsWithinTheBounds() {
    return modes(6, 7);
  }

  @ParameterizedTest
  @MethodSource
  void trafficStopsWithinTheBounds(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, true);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.READINESS, probe);
      Duration base = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      holds(
          mode,
          TimingAnswers.of(probes).hangToNoTraffic().orElseThrow(),
          probe.timing().periodSeconds(),
          (phase, moment) -> {
            Duration hang = base.plus(phase);
            SimulatedApplication app =
                SimulatedApplication.WELL.with(ApplicationFault.from(hang, FaultEffect.HANGS));
            return first(scenario(mode, probes, app), hang, AnswersPropertyTest::unready);
          });
    }
  }

  static Stream<Arguments> aHangIsNeverNoticedByProbesThatOnlyConnect() {
    return modes(17);
  }

  @ParameterizedTest
  @MethodSource
  void aHangIsNeverNoticedByProbesThatOnlyConnect(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      ProbeSet probes =
          ProbeSet.forContainer("app")
              .with(ProbeKind.LIVENESS, connecting(random))
              .with(ProbeKind.READINESS, connecting(random));
      TimingAnswers answers = TimingAnswers.of(probes);
      assertThat(answers.hangToKill()).isEmpty();
      assertThat(answers.hangToNoTraffic()).isEmpty();
      Duration hang = Duration.ofMillis(random.nextInt(200_000, 300_000));
      assertThat(
              Simulation.play(
                      scenario(
                          mode,
                          probes,
                          SimulatedApplication.WELL.with(
                              ApplicationFault.from(hang, FaultEffect.HANGS))))
                  .trace())
          .extracting(TraceEntry::event)
          .anyMatch(AnswersPropertyTest::ready)
          .noneMatch(AnswersPropertyTest::killed)
          .noneMatch(event -> event.at() >= hang.toNanos() && unready(event));
    }
  }

  private static Probe connecting(SplittableRandom random) {
    return random(random, false).withHandler(TcpSocket.of(Port.of(8080)));
  }

  static Stream<Arguments>
      aContainerThatStartsInTimeIsNeverKilledAndOneThatNeverStartsIsInTheEnd() {
    return modes(8, 9);
  }

  @ParameterizedTest
  @MethodSource
  void aContainerThatStartsInTimeIsNeverKilledAndOneThatNeverStartsIsInTheEnd(
      KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.STARTUP, probe);
      TimingAnswers answers = TimingAnswers.of(probes);
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration phase = phase(moment, probe.timing().periodSeconds());
        SimulatedApplication inTime =
            SimulatedApplication.builder()
                .startDelay(phase)
                .startsIn(answers.startGuaranteed().orElseThrow())
                .build();
        assertThat(
                Simulation.play(scenario(mode, probes, inTime)).trace().stream()
                    .map(TraceEntry::event)
                    .noneMatch(AnswersPropertyTest::killed))
            .isTrue();
        SimulatedApplication never =
            SimulatedApplication.builder()
                .startDelay(phase)
                .fault(ApplicationFault.from(Duration.ZERO, FaultEffect.HANGS))
                .build();
        assertThat(first(scenario(mode, probes, never), phase, AnswersPropertyTest::killed))
            .isLessThanOrEqualTo(late(mode, answers.startAtMost().orElseThrow()));
      }
    }
  }

  static Stream<Arguments> readyComesWithinTheBoundAfterTheApplicationIsWell() {
    return modes(10, 11);
  }

  @ParameterizedTest
  @MethodSource
  void readyComesWithinTheBoundAfterTheApplicationIsWell(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      boolean startup = random.nextBoolean();
      ProbeSet probes =
          ProbeSet.forContainer("app").with(ProbeKind.READINESS, random(random, true));
      if (startup) {
        Probe patient = random(random, false).toBuilder().failureThreshold(1000).build();
        probes = probes.with(ProbeKind.STARTUP, patient);
      }
      TimingAnswers answers = TimingAnswers.of(probes);
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration delay = Duration.ofMillis(random.nextInt(0, 9000));
        Duration well = Duration.ofMillis(random.nextInt(0, 15_000));
        SimulatedApplication app =
            SimulatedApplication.builder().startDelay(delay).startsIn(well).build();
        assertThat(first(scenario(mode, probes, app), delay, AnswersPropertyTest::ready))
            .isLessThanOrEqualTo(late(mode, answers.startToReady(well)));
      }
    }
  }

  static Stream<Arguments> readyAgainComesWithinTheBoundAfterARecovery() {
    return modes(12, 13);
  }

  @ParameterizedTest
  @MethodSource
  void readyAgainComesWithinTheBoundAfterARecovery(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, true);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.READINESS, probe);
      TimingAnswers answers = TimingAnswers.of(probes);
      Duration hang = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration lasts =
            answers.hangToNoTraffic().orElseThrow().worst().plusMillis(random.nextInt(0, 20_000));
        SimulatedApplication app =
            SimulatedApplication.WELL.with(
                ApplicationFault.from(hang, FaultEffect.REFUSES).lasting(lasts));
        Duration again =
            first(scenario(mode, probes, app), hang.plus(lasts), AnswersPropertyTest::ready);
        assertThat(again)
            .isLessThanOrEqualTo(late(mode, answers.recoveryToTraffic().orElseThrow()));
      }
    }
  }

  static Stream<Arguments> theFirstTryComesWithinTheBounds() {
    return modes(14);
  }

  @ParameterizedTest
  @MethodSource
  void theFirstTryComesWithinTheBounds(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe);
      TimeRange claimed = TimingAnswers.of(probes).firstTry(ProbeKind.LIVENESS).orElseThrow();
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration phase = phase(moment, probe.timing().periodSeconds());
        SimulatedApplication app = SimulatedApplication.builder().startDelay(phase).build();
        Duration tried =
            first(
                scenario(mode, probes, app),
                phase,
                event -> event instanceof ProbeEvent.ProbeTried);
        assertThat(tried).isBetween(claimed.best(), late(mode, claimed.worst()));
      }
    }
  }

  static Stream<Arguments> aHangIsOverWithinTheBoundsEvenIfTheProcessIgnoresItsSignal() {
    return modes(15, 16);
  }

  @ParameterizedTest
  @MethodSource
  void aHangIsOverWithinTheBoundsEvenIfTheProcessIgnoresItsSignal(KubeletMode mode, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe.Builder probe = random(random, false).toBuilder();
      if (random.nextBoolean()) {
        probe.terminationGracePeriodSeconds(random.nextInt(3, 60));
      }
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe.build());
      TimeRange claimed = TimingAnswers.of(probes).hangToRestart().orElseThrow();
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration hang = Duration.ofMillis(random.nextInt(200_000, 300_000));
        SimulatedApplication.Builder app =
            SimulatedApplication.builder()
                .fault(ApplicationFault.from(hang, FaultEffect.HANGS).ofInstance(1));
        SimulatedApplication obeys = app.build();
        SimulatedApplication ignores = app.ignoresSigterm().build();
        assertThat(first(scenario(mode, probes, obeys), hang, AnswersPropertyTest::runsAgain))
            .isBetween(claimed.best(), late(mode, claimed.worst()));
        assertThat(first(scenario(mode, probes, ignores), hang, AnswersPropertyTest::runsAgain))
            .isBetween(claimed.best(), late(mode, claimed.worst()));
      }
    }
  }

  private static boolean runsAgain(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning running && running.instance() > 1;
  }

  static Stream<Arguments> anApplicationThatCrashesAgainAndAgainWaitsAsTheTableSays() {
    return modes(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @MethodSource
  void anApplicationThatCrashesAgainAndAgainWaitsAsTheTableSays(KubeletMode mode, long seed) {
    SimulatedApplication crashes =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(Duration.ofSeconds(1), FaultEffect.EXITS).sinceContainerStart());
    Scenario scenario =
        scenario(mode, ProbeSet.forContainer("app"), crashes)
            .withSeed(seed)
            .lasting(Duration.ofHours(1));
    List<KubeletEvent> events =
        Simulation.play(scenario).trace().stream().map(TraceEntry::event).toList();
    long ended = 0;
    int restart = 0;
    for (KubeletEvent event : events) {
      if (event instanceof ContainerEvent.ContainerExited) {
        ended = event.at();
      } else if (runsAgain(event)) {
        TimeRange claimed = TimingAnswers.restartWait(++restart);
        Duration waited = Duration.ofNanos(event.at() - ended);
        assertThat(claimed.best()).isEqualTo(TimingAnswers.goneToRestarted(restart));
        if (mode == KubeletMode.IDEAL) {
          assertThat(waited).isEqualTo(claimed.best());
        } else {
          assertThat(waited)
              .isBetween(claimed.best(), claimed.worst().plus(TimingAnswers.LATENESS));
        }
      }
    }
    assertThat(restart).isGreaterThan(7);
  }

  /** In real mode each moment meets another phase of the kubelet's clocks. */
  private static Scenario scenario(KubeletMode mode, ProbeSet probes, SimulatedApplication app) {
    return Scenario.of(probes, app)
        .on(KubeletSettings.DEFAULT.withMode(mode))
        .withSeed(app.hashCode())
        .lasting(Duration.ofMinutes(20));
  }
}
