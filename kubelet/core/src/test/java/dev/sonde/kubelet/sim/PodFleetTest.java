package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.probe;
import static dev.sonde.kubelet.sim.Play.s;
import static dev.sonde.kubelet.sim.Play.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.RolloutChanged;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodFleetTest {

  private static final ProbeSet PROBES = with(ProbeKind.READINESS, probe(0, 1, 5, 1, 1));

  private static KubeletSettings endpointDelay(double seconds) {
    return KubeletSettings.DEFAULT.delayed(s(0), s(seconds));
  }

  private static Scenario fleet(ProbeSet probes, SimulatedApplication app, int replicas) {
    return Scenario.of(probes, app)
        .with(new PodFleet(replicas, s(0), Optional.empty()))
        .lasting(s(300));
  }

  private static Scenario updated(
      Scenario from, SimulatedApplication to, String surge, String less) {
    VersionRollout rollout =
        VersionRollout.of(s(60), from.template().with("app", to))
            .bounded(PodAmount.parse(surge), PodAmount.parse(less));
    return from.with(new PodFleet(from.fleet().replicas(), s(0), Optional.of(rollout)));
  }

  private static List<String> rollout(Scenario scenario) {
    return Simulation.play(scenario).trace().stream()
        .map(TraceEntry::event)
        .filter(RolloutChanged.class::isInstance)
        .map(KubeletEvent::line)
        .toList();
  }

  private static ServiceTraffic traffic(Scenario scenario) {
    return Simulation.run(scenario, (pod, event) -> {});
  }

  @Test
  void aRollingUpdateOfApplicationsThatStartAtOnceIsOverAtOnce() {
    Scenario scenario =
        updated(
            fleet(PROBES, SimulatedApplication.WELL, 4), SimulatedApplication.WELL, "25%", "25%");
    assertThat(rollout(scenario))
        .containsExactly(
            "t=60.0s rollout started: 0 updated, 4 available",
            "t=60.0s rollout complete: 4 updated, 4 available");
    assertThat(traffic(scenario).nothingLost()).isTrue();
  }

  @ParameterizedTest(name = "maxSurge {0}, maxUnavailable {1}: complete after {2} s")
  @CsvSource({"25%, 25%, 20", "1, 0, 40", "0, 1, 40", "100%, 0, 10", "0, 0, 40", "0, 100%, 10"})
  void surgeAndUnavailableDecideHowManyGoAtATime(String surge, String unavailable, int after) {
    SimulatedApplication slow = SimulatedApplication.builder().startsIn(s(10)).build();
    Scenario scenario = updated(fleet(PROBES, slow, 4), slow, surge, unavailable);
    assertThat(rollout(scenario))
        .endsWith("t=" + (60 + after) + ".0s rollout complete: 4 updated, 4 available");
  }

  @Test
  void neverFewerPodsAreAvailableThanAllowed() {
    SimulatedApplication slow = SimulatedApplication.builder().startsIn(s(10)).build();
    assertThat(traffic(updated(fleet(PROBES, slow, 4), slow, "1", "0")).fewestPods()).isEqualTo(4);
    assertThat(traffic(updated(fleet(PROBES, slow, 4), slow, "0", "1")).fewestPods()).isEqualTo(3);
  }

  @Test
  void aVersionThatNeverGetsReadyStallsTheUpdateAndLeavesTheOldPodsUp() {
    SimulatedApplication broken = SimulatedApplication.builder().startsIn(s(9999)).build();
    Scenario from = fleet(PROBES, SimulatedApplication.WELL, 4).lasting(s(900));
    VersionRollout rollout = VersionRollout.of(s(60), from.template().with("app", broken));
    Scenario scenario = from.with(new PodFleet(4, s(0), Optional.of(rollout.timed(s(0), s(120)))));
    assertThat(rollout(scenario))
        .containsExactly(
            "t=60.0s rollout started: 0 updated, 4 available",
            "t=180.0s rollout stalled: 2 updated, 3 available");
    ServiceTraffic traffic = traffic(scenario);
    assertThat(traffic.outage()).isZero();
    assertThat(traffic.nothingLost()).isTrue();
  }

  @Test
  void aPodCountsAsAvailableOnceItWasReadyLongEnough() {
    Scenario from = fleet(PROBES, SimulatedApplication.WELL, 1);
    VersionRollout rollout =
        VersionRollout.of(s(60), from.template())
            .bounded(PodAmount.parse("1"), PodAmount.parse("0"));
    assertThat(rollout(from.with(new PodFleet(1, s(0), Optional.of(rollout.timed(s(15), s(600)))))))
        .endsWith("t=75.0s rollout complete: 1 updated, 1 available");
  }

  @ParameterizedTest(name = "pre-stop hook of {0} s, traffic follows after {1} s: {2} s lost")
  @CsvSource({"0, 0, 0", "0, 2, 2", "2, 2, 0", "1, 2, 1"})
  void requestsAreLostWhereTheProcessEndsBeforeTheTrafficDoes(
      double hook, double delay, double lost) {
    SimulatedApplication app = SimulatedApplication.builder().preStop(s(hook)).build();
    Scenario scenario = updated(fleet(PROBES, app, 1), app, "1", "0").on(endpointDelay(delay));
    assertThat(traffic(scenario).lost()).isEqualTo(s(lost));
  }

  @ParameterizedTest(
      name = "hook of {0} s, {1} s to drain, traffic follows after {2} s: {3} s lost")
  @CsvSource({"5, 0, 4, 0", "0, 5, 4, 0", "2, 3, 4, 0", "2, 1, 4, 1", "0, 0, 4, 4"})
  void aShutdownThatWasDeclaredLosesNoRequestsIfItWaitsForTheTrafficToGo(
      int hook, int drain, double delay, double lost) {
    ShutdownTiming shutdown = new ShutdownTiming(hook, drain, 20);
    SimulatedApplication app = SimulatedApplication.builder().stopsIn(s(drain)).build();
    ProbeSet probes = PROBES.with(shutdown.termination());
    Scenario scenario = updated(fleet(probes, app, 1), app, "1", "0").on(endpointDelay(delay));
    assertThat(traffic(scenario).lost()).isEqualTo(s(lost));
  }

  @Test
  void theGracePeriodOfAShutdownIsEnoughForItsLongestStop() {
    ShutdownTiming shutdown = new ShutdownTiming(5, 10, 20);
    for (double late : new double[] {0, 0.5, ShutdownTiming.MARGIN_SECONDS - 0.1}) {
      assertThat(killed(shutdown, 10 + 20 + late)).isFalse();
    }
    assertThat(killed(shutdown, 10 + 20 + ShutdownTiming.MARGIN_SECONDS + 0.1)).isTrue();
  }

  private static boolean killed(ShutdownTiming shutdown, double stopsIn) {
    SimulatedApplication app = SimulatedApplication.builder().stopsIn(s(stopsIn)).build();
    Scenario scenario =
        updated(
            fleet(PROBES.with(shutdown.termination()), app, 1),
            SimulatedApplication.WELL,
            "1",
            "0");
    return Simulation.play(scenario).trace().stream()
        .map(entry -> entry.event().line())
        .anyMatch(line -> line.contains("SIGKILL"));
  }

  @Test
  void aBlipOfADatabaseRestartsTheFleetWhenLivenessAsksIt() {
    SimulatedApplication app =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(s(100), FaultEffect.FAILS).lasting(s(45)));
    ProbeSet asking = PROBES.with(ProbeKind.LIVENESS, probe(0, 1, 10, 1, 3));
    assertThat(restarts(fleet(asking, app, 5))).isEqualTo(5);
    assertThat(restarts(fleet(PROBES, app, 5))).isZero();
    assertThat(traffic(fleet(PROBES, app, 5)).outage()).isEqualTo(s(45));
  }

  private static long restarts(Scenario scenario) {
    return Simulation.play(scenario).trace().stream()
        .filter(entry -> entry.event() instanceof ContainerEvent.KillDecided)
        .map(TraceEntry::pod)
        .distinct()
        .count();
  }

  @Test
  void requestsToAHungPodAreLostUntilReadinessNoticesIt() {
    SimulatedApplication app =
        SimulatedApplication.WELL.with(ApplicationFault.from(s(101), FaultEffect.HANGS));
    ServiceTraffic traffic = traffic(fleet(PROBES, app, 3));
    // Noticed at 106 s by all three; from then on there is no pod left.
    assertThat(traffic.outage()).isEqualTo(s(300 - 106));
    assertThat(traffic.lost()).isEqualTo(s(300 - 101));
  }

  @Test
  void chanceStrikesEachPodAtItsOwnMomentsAndTheSeedDecidesWhich() {
    RandomFault chance =
        new RandomFault(ApplicationFault.from(s(0), FaultEffect.REFUSES), s(50), s(1), s(20));
    Scenario scenario =
        fleet(PROBES, SimulatedApplication.builder().fault(chance).build(), 10).lasting(s(600));
    List<TraceEntry> trace = Simulation.play(scenario).trace();
    assertThat(Simulation.play(scenario).trace()).isEqualTo(trace);
    assertThat(Simulation.play(scenario.withSeed(2)).trace()).isNotEqualTo(trace);
    TreeSet<Long> moments = new TreeSet<>();
    List<String> unready = new ArrayList<>();
    for (TraceEntry entry : trace) {
      if (entry.event() instanceof ContainerEvent.ReadyChanged changed && !changed.ready()) {
        moments.add(changed.at());
        unready.add(entry.pod());
      }
    }
    assertThat(unready.stream().distinct().count()).isEqualTo(10);
    assertThat(moments).hasSizeGreaterThan(20);
  }

  @Test
  void podsStartAtRandomMomentsOfTheSpread() {
    Scenario scenario =
        Scenario.of(PROBES, SimulatedApplication.WELL)
            .with(new PodFleet(50, s(10), Optional.empty()))
            .lasting(s(20));
    List<Long> starts =
        Simulation.play(scenario).trace().stream()
            .map(TraceEntry::event)
            .filter(ContainerEvent.ContainerRunning.class::isInstance)
            .map(KubeletEvent::at)
            .toList();
    assertThat(starts).hasSize(50).doesNotHaveDuplicates();
    assertThat(starts).allMatch(moment -> moment < WholeSeconds.of(10));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "100001"})
  void refusesImpossibleNumbersOfReplicas(int replicas) {
    assertThatThrownBy(() -> new PodFleet(replicas, s(0), Optional.empty()))
        .hasMessage("replicas " + replicas + " is outside 1..100000.");
  }

  /** Nanoseconds of seconds. */
  private static final class WholeSeconds {
    static long of(long seconds) {
      return seconds * 1_000_000_000L;
    }
  }
}
