package dev.sonde.kubelet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.Answers;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The formulas against the simulator, over random specs and random moments: what is measured lies
 * within the bounds, and the bounds are reached up to the grain of the moments that are tried.
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

  private static void holds(TimeRange claimed, int period, Measurement measurement) {
    Duration least = Duration.ofDays(1);
    Duration most = Duration.ZERO;
    for (int moment = 0; moment < MOMENTS; moment++) {
      Duration measured = measurement.take(phase(moment, period), moment);
      least = measured.compareTo(least) < 0 ? measured : least;
      most = measured.compareTo(most) > 0 ? measured : most;
    }
    assertThat(least).isGreaterThanOrEqualTo(claimed.best());
    assertThat(most).isLessThanOrEqualTo(claimed.worst());
    assertThat(least).isLessThanOrEqualTo(claimed.best().plus(GRAIN));
    assertThat(most).isGreaterThanOrEqualTo(claimed.worst().minus(GRAIN.multipliedBy(2)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHangIsEndedByAKillWithinTheBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe);
      Answers answers = Answers.of(probes);
      Duration base = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      holds(
          answers.hangToKill().orElseThrow(),
          probe.timing().periodSeconds(),
          (phase, moment) -> {
            Duration hang = base.plus(phase);
            Application app = Application.WELL.with(Fault.from(hang, Effect.HANGS));
            return first(scenario(probes, app), hang, AnswersPropertyTest::killed);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void refusedConnectionsAreEndedByAKillWithinTheBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe);
      Answers answers = Answers.of(probes);
      Duration base = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      holds(
          answers.refusalToKill().orElseThrow(),
          probe.timing().periodSeconds(),
          (phase, moment) -> {
            Duration down = base.plus(phase);
            Application app = Application.WELL.with(Fault.from(down, Effect.REFUSES));
            return first(scenario(probes, app), down, AnswersPropertyTest::killed);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void trafficStopsWithinTheBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, true);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.READINESS, probe);
      Duration base = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      holds(
          Answers.of(probes).hangToNoTraffic().orElseThrow(),
          probe.timing().periodSeconds(),
          (phase, moment) -> {
            Duration hang = base.plus(phase);
            Application app = Application.WELL.with(Fault.from(hang, Effect.HANGS));
            return first(scenario(probes, app), hang, AnswersPropertyTest::unready);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {17})
  void aHangIsNeverNoticedByProbesThatOnlyConnect(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      ProbeSet probes =
          ProbeSet.forContainer("app")
              .with(ProbeKind.LIVENESS, connecting(random))
              .with(ProbeKind.READINESS, connecting(random));
      Answers answers = Answers.of(probes);
      assertThat(answers.hangToKill()).isEmpty();
      assertThat(answers.hangToNoTraffic()).isEmpty();
      Duration hang = Duration.ofMillis(random.nextInt(200_000, 300_000));
      assertThat(
              Simulation.play(
                      scenario(probes, Application.WELL.with(Fault.from(hang, Effect.HANGS))))
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

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void aContainerThatStartsInTimeIsNeverKilledAndOneThatNeverStartsIsInTheEnd(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.STARTUP, probe);
      Answers answers = Answers.of(probes);
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration phase = phase(moment, probe.timing().periodSeconds());
        Application inTime =
            Application.builder()
                .startDelay(phase)
                .startsIn(answers.startGuaranteed().orElseThrow())
                .build();
        assertThat(
                Simulation.play(scenario(probes, inTime)).trace().stream()
                    .map(TraceEntry::event)
                    .noneMatch(AnswersPropertyTest::killed))
            .isTrue();
        Application never =
            Application.builder()
                .startDelay(phase)
                .fault(Fault.from(Duration.ZERO, Effect.HANGS))
                .build();
        assertThat(first(scenario(probes, never), phase, AnswersPropertyTest::killed))
            .isLessThanOrEqualTo(answers.startAtMost().orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void readyComesWithinTheBoundAfterTheApplicationIsWell(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      boolean startup = random.nextBoolean();
      ProbeSet probes =
          ProbeSet.forContainer("app").with(ProbeKind.READINESS, random(random, true));
      if (startup) {
        Probe patient = random(random, false).toBuilder().failureThreshold(1000).build();
        probes = probes.with(ProbeKind.STARTUP, patient);
      }
      Answers answers = Answers.of(probes);
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration delay = Duration.ofMillis(random.nextInt(0, 9000));
        Duration well = Duration.ofMillis(random.nextInt(0, 15_000));
        Application app = Application.builder().startDelay(delay).startsIn(well).build();
        assertThat(first(scenario(probes, app), delay, AnswersPropertyTest::ready))
            .isLessThanOrEqualTo(answers.startToReady(well));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {12, 13})
  void readyAgainComesWithinTheBoundAfterARecovery(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, true);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.READINESS, probe);
      Answers answers = Answers.of(probes);
      Duration hang = Duration.ofSeconds(40L * probe.timing().periodSeconds());
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration lasts =
            answers.hangToNoTraffic().orElseThrow().worst().plusMillis(random.nextInt(0, 20_000));
        Application app = Application.WELL.with(Fault.from(hang, Effect.REFUSES).lasting(lasts));
        Duration again = first(scenario(probes, app), hang.plus(lasts), AnswersPropertyTest::ready);
        assertThat(again).isLessThanOrEqualTo(answers.recoveryToTraffic().orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {14})
  void theFirstTryComesWithinTheBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe probe = random(random, false);
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe);
      TimeRange claimed = Answers.of(probes).firstTry(ProbeKind.LIVENESS).orElseThrow();
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration phase = phase(moment, probe.timing().periodSeconds());
        Application app = Application.builder().startDelay(phase).build();
        Duration tried =
            first(scenario(probes, app), phase, event -> event instanceof ProbeEvent.ProbeTried);
        assertThat(tried).isBetween(claimed.best(), claimed.worst());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 16})
  void aHangIsOverWithinTheBoundsEvenIfTheProcessIgnoresItsSignal(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int spec = 0; spec < SPECS; spec++) {
      Probe.Builder probe = random(random, false).toBuilder();
      if (random.nextBoolean()) {
        probe.terminationGracePeriodSeconds(random.nextInt(3, 60));
      }
      ProbeSet probes = ProbeSet.forContainer("app").with(ProbeKind.LIVENESS, probe.build());
      TimeRange claimed = Answers.of(probes).hangToRestart().orElseThrow();
      for (int moment = 0; moment < MOMENTS; moment++) {
        Duration hang = Duration.ofMillis(random.nextInt(200_000, 300_000));
        Application.Builder app =
            Application.builder().fault(Fault.from(hang, Effect.HANGS).ofInstance(1));
        Application obeys = app.build();
        Application ignores = app.ignoresSigterm().build();
        assertThat(first(scenario(probes, obeys), hang, AnswersPropertyTest::runsAgain))
            .isBetween(claimed.best(), claimed.worst());
        assertThat(first(scenario(probes, ignores), hang, AnswersPropertyTest::runsAgain))
            .isBetween(claimed.best(), claimed.worst());
      }
    }
  }

  private static boolean runsAgain(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning running && running.instance() > 1;
  }

  @Test
  void anApplicationThatCrashesAgainAndAgainWaitsAsTheTableSays() {
    Application crashes =
        Application.WELL.with(
            Fault.from(Duration.ofSeconds(1), Effect.EXITS).sinceContainerStart());
    Scenario scenario =
        Scenario.of(ProbeSet.forContainer("app"), crashes).lasting(Duration.ofHours(1));
    List<KubeletEvent> events =
        Simulation.play(scenario).trace().stream().map(TraceEntry::event).toList();
    long ended = 0;
    int restart = 0;
    for (KubeletEvent event : events) {
      if (event instanceof ContainerEvent.ContainerExited) {
        ended = event.at();
      } else if (runsAgain(event)) {
        assertThat(Duration.ofNanos(event.at() - ended))
            .isEqualTo(Answers.goneToRestarted(++restart));
      }
    }
    assertThat(restart).isGreaterThan(8);
  }

  private static Scenario scenario(ProbeSet probes, Application app) {
    return Scenario.of(probes, app).lasting(Duration.ofMinutes(20));
  }
}
