package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.lines;
import static dev.sonde.kubelet.sim.Play.probe;
import static dev.sonde.kubelet.sim.Play.s;
import static dev.sonde.kubelet.sim.Play.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PodLifeTest {

  @Test
  void tellsTheWholeStory() {
    ProbeSet probes =
        with(ProbeKind.STARTUP, probe(0, 1, 2, 1, 60))
            .with(ProbeKind.LIVENESS, probe(0, 1, 10, 1, 3))
            .with(ProbeKind.READINESS, probe(0, 1, 5, 1, 2));
    SimulatedApplication app =
        SimulatedApplication.builder()
            .startsIn(s(3))
            .stopsIn(s(2))
            .build()
            .with(ApplicationFault.from(s(12), FaultEffect.HANGS).ofInstance(1));
    assertThat(String.join("\n", lines(Scenario.of(probes, app).lasting(s(45)))))
        .isEqualTo(
            """
            t=0.0s container running
            t=0.0s startup is now unknown (before any try)
            t=0.0s startup failed (1/60): connection refused
            t=0.0s readiness is now failure (before any try)
            t=0.0s liveness is now success (before any try)
            t=2.0s startup failed (2/60): connection refused
            t=4.0s startup succeeded
            t=4.0s startup is now success
            t=4.0s container started
            t=4.0s readiness succeeded
            t=4.0s readiness is now success
            t=4.0s container ready
            t=4.0s pod ready
            t=4.0s endpoint added: traffic arrives
            t=9.0s readiness succeeded
            t=10.0s liveness succeeded
            t=15.0s readiness failed (1/2): no answer within 1s
            t=20.0s readiness failed (2/2): no answer within 1s
            t=20.0s readiness is now failure
            t=20.0s container not ready
            t=20.0s pod not ready
            t=20.0s endpoint removed: no traffic
            t=21.0s liveness failed (1/3): no answer within 1s
            t=21.0s readiness failed (3 in a row): no answer within 1s
            t=26.0s readiness failed (4 in a row): no answer within 1s
            t=31.0s liveness failed (2/3): no answer within 1s
            t=31.0s readiness failed (5 in a row): no answer within 1s
            t=36.0s readiness failed (6 in a row): no answer within 1s
            t=41.0s liveness failed (3/3): no answer within 1s
            t=41.0s liveness is now failure
            t=41.0s readiness failed (7 in a row): no answer within 1s
            t=41.0s restart decided: liveness probe failed, 30s to stop
            t=41.0s SIGTERM sent
            t=42.0s readiness failed (8 in a row): no answer within 1s
            t=43.0s container exited with code 143
            t=43.0s container running (restart 1)
            t=43.0s container not started
            t=44.0s startup is now unknown (before any try)
            t=44.0s startup failed (1/60): connection refused\
            """);
  }

  @Test
  void withoutProbesAContainerIsStartedAndReadyAsSoonAsItRuns() {
    assertThat(lines(Scenario.of(ProbeSet.forContainer("app"), SimulatedApplication.WELL)))
        .containsExactly(
            "t=0.0s container running",
            "t=0.0s container started",
            "t=0.0s container ready",
            "t=0.0s pod ready",
            "t=0.0s endpoint added: traffic arrives");
  }

  @Test
  void anUpdatedReadinessIsTriedAtOnceAgain() {
    ProbeSet probes = with(ProbeKind.READINESS, probe(0, 1, 10, 1, 1));
    SimulatedApplication blink =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(s(20), FaultEffect.REFUSES).lasting(s(0.001)));
    assertThat(lines(Scenario.of(probes, blink).lasting(s(35))))
        .containsSubsequence(
            "t=20.0s readiness failed (1/1): connection refused",
            "t=20.0s pod not ready",
            "t=20.0s readiness failed (2 in a row): connection refused",
            "t=30.0s readiness succeeded",
            "t=30.0s pod ready");
  }

  @ParameterizedTest(name = "Kubernetes {0}: next try at {1} s")
  @CsvSource({"1.32, 10.0", "1.33, 13.0", "1.35, 13.0"})
  void anExtraTryRestartsThePeriodOnNewerKubelets(String version, String next) {
    ProbeSet probes =
        with(ProbeKind.STARTUP, probe(3, 1, 1, 1, 9))
            .with(ProbeKind.READINESS, probe(0, 1, 10, 1, 3));
    KubeletSettings kubelet =
        KubeletSettings.DEFAULT.withVersion(KubernetesVersion.parseSupported(version));
    assertThat(lines(Scenario.of(probes, SimulatedApplication.WELL).on(kubelet).lasting(s(15))))
        .containsSubsequence("t=3.0s readiness succeeded", "t=" + next + "s readiness succeeded");
  }

  @Test
  void livenessWaitsForItsOwnTickAfterStartup() {
    ProbeSet probes =
        with(ProbeKind.STARTUP, probe(0, 1, 10, 1, 9))
            .with(ProbeKind.LIVENESS, probe(0, 1, 10, 1, 3));
    List<String> lines =
        lines(
            Scenario.of(probes, SimulatedApplication.builder().startsIn(s(5)).build())
                .lasting(s(25)));
    assertThat(lines).contains("t=10.0s startup succeeded", "t=20.0s liveness succeeded");
    assertThat(lines).doesNotContain("t=10.0s liveness succeeded");
  }

  @Test
  void initialDelaysCountFromTheContainersStartAndOverlapWithStartup() {
    ProbeSet probes =
        with(ProbeKind.STARTUP, probe(0, 1, 1, 1, 99))
            .with(ProbeKind.READINESS, probe(8, 1, 1, 1, 1));
    assertThat(
            lines(
                Scenario.of(probes, SimulatedApplication.builder().startsIn(s(10)).build())
                    .lasting(s(12))))
        .contains("t=10.0s startup succeeded", "t=10.0s readiness succeeded");
  }

  @Test
  void readyAgainNeedsTheSuccessThreshold() {
    ProbeSet probes = with(ProbeKind.READINESS, probe(0, 1, 5, 3, 1));
    assertThat(lines(Scenario.of(probes, SimulatedApplication.WELL).lasting(s(12))))
        .containsSubsequence(
            "t=0.0s readiness succeeded (1/3)",
            "t=0.0s readiness succeeded (2/3)",
            "t=5.0s readiness succeeded (3/3)",
            "t=5.0s pod ready");
  }

  @ParameterizedTest
  @EnumSource
  void anUndeclaredPortNameIsAnErrorForEver(ProbeKind kind) {
    Probe probe =
        Probe.builder().handler(HttpGet.of("/", Port.named("nope"))).failureThreshold(1).build();
    List<String> lines = lines(Scenario.of(with(kind, probe), SimulatedApplication.WELL));
    assertThat(lines)
        .contains(
            "t=600.0s "
                + kind.word()
                + " errored 3 times, not counted: port name \"nope\" is not declared");
    assertThat(lines).noneMatch(line -> line.contains("decided"));
    assertThat(lines.contains("t=0.0s pod ready")).isEqualTo(kind == ProbeKind.LIVENESS);
  }

  @Test
  void aHungProcessPassesATcpProbe() {
    Probe tcp = Probe.of(TcpSocket.of(Port.of(8080)));
    SimulatedApplication hung =
        SimulatedApplication.WELL.with(ApplicationFault.from(s(15), FaultEffect.HANGS));
    assertThat(lines(Scenario.of(with(ProbeKind.LIVENESS, tcp), hung)))
        .noneMatch(line -> line.contains("failed"));
  }

  @Test
  void whatIsAskedDuringAHangIsAnsweredAfterIt() {
    ProbeSet probes = with(ProbeKind.READINESS, probe(0, 5, 10, 1, 1));
    SimulatedApplication app =
        SimulatedApplication.WELL
            .with(ApplicationFault.from(s(8), FaultEffect.HANGS).lasting(s(4)))
            .with(ApplicationFault.from(s(18), FaultEffect.HANGS).lasting(s(7)));
    assertThat(lines(Scenario.of(probes, app).lasting(s(29))))
        .contains(
            "t=12.0s readiness succeeded", "t=25.0s readiness failed (1/1): no answer within 5s");
  }

  @ParameterizedTest(name = "an answer after {0} s of a timeout of 2 s: {1}")
  @CsvSource({
    "0, t=0.0s readiness succeeded",
    "1.999, t=1.999s readiness succeeded",
    "2, t=2.0s readiness failed (1/3): no answer within 2s",
    "99, t=2.0s readiness failed (1/3): no answer within 2s"
  })
  void anAnswerCountsWhenItComesBeforeTheTimeout(double takes, String line) {
    ProbeSet probes = with(ProbeKind.READINESS, probe(0, 2, 10, 1, 3));
    SimulatedApplication slow =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(s(0), FaultEffect.SUCCEEDS).taking(s(takes)));
    assertThat(lines(Scenario.of(probes, slow).lasting(s(5)))).contains(line);
  }

  @Test
  void aContainerCountsAsRunningOnceItsPostStartHookReturned() {
    ProbeSet probes = with(ProbeKind.READINESS, probe(4, 1, 10, 1, 3));
    SimulatedApplication app = SimulatedApplication.builder().postStart(s(5)).build();
    assertThat(lines(Scenario.of(probes, app).lasting(s(8))))
        .startsWith("t=5.0s container running")
        .contains("t=5.0s readiness succeeded");
  }

  @Test
  void resultsGivenOverTimeReplaceTheApplication() {
    ProbeSet probes = with(ProbeKind.LIVENESS, probe(0, 1, 10, 1, 2));
    SimulatedApplication app =
        SimulatedApplication.builder()
            .startsIn(s(99))
            .results(
                ProbeKind.LIVENESS,
                List.of(
                    new TimedResult(s(5), AttemptOutcome.failure("a"), s(0.25)),
                    new TimedResult(s(15), AttemptOutcome.SUCCESS, s(0)),
                    new TimedResult(s(25), AttemptOutcome.failure("b"), s(7))))
            .build();
    assertThat(lines(Scenario.of(probes, app).lasting(s(42))))
        .contains(
            "t=0.0s liveness succeeded",
            "t=10.25s liveness failed (1/2): a",
            "t=20.0s liveness succeeded",
            "t=31.0s liveness failed (1/2): no answer within 1s",
            "t=41.0s liveness failed (2/2): no answer within 1s");
  }

  @Test
  void theSameScenarioGivesTheSameTrace() {
    ProbeSet probes =
        with(ProbeKind.LIVENESS, probe(0, 1, 10, 1, 3))
            .with(ProbeKind.READINESS, probe(0, 1, 7, 1, 3));
    KubeletSettings young = KubeletSettings.DEFAULT.started(Optional.of(s(2)), List.of(s(100)));
    Scenario scenario = Scenario.of(probes, SimulatedApplication.WELL).on(young);
    assertThat(lines(scenario)).isEqualTo(lines(scenario)).anyMatch(l -> l.contains("waits until"));
  }

  @Test
  void readinessFollowsAStartupThatSucceedsAtTheFirstTry() {
    ProbeSet probes =
        with(ProbeKind.STARTUP, probe(0, 1, 10, 1, 3))
            .with(ProbeKind.READINESS, probe(0, 1, 60, 1, 3));
    assertThat(lines(Scenario.of(probes, SimulatedApplication.WELL).lasting(s(5))))
        .contains("t=0.0s readiness succeeded", "t=0.0s pod ready");
  }

  @Test
  void theFirstStoredValueOfReadinessLeadsToASecondTryAtOnceAndNoThird() {
    ProbeSet probes = with(ProbeKind.READINESS, probe(0, 1, 10, 1, 3));
    SimulatedApplication starting = SimulatedApplication.builder().startsIn(s(5)).build();
    assertThat(lines(Scenario.of(probes, starting).lasting(s(5))))
        .containsOnlyOnce("t=0.0s readiness failed (1/3): connection refused")
        .containsOnlyOnce("t=0.0s readiness failed (2/3): connection refused")
        .noneMatch(line -> line.contains("(3/3)"));
  }

  @Test
  void aPodIsReadyOnceAllItsReadinessGatesAreTrue() {
    ReadinessGates gates =
        new ReadinessGates(
            Set.of("lb", "dns"),
            List.of(
                new ReadinessGates.Change(s(9), "lb", false),
                new ReadinessGates.Change(s(3), "lb", true),
                new ReadinessGates.Change(s(5), "dns", true)));
    Scenario ungated =
        Scenario.of(with(ProbeKind.LIVENESS, probe(0, 1, 60, 1, 3)), SimulatedApplication.WELL);
    Scenario gated =
        new Scenario(
            "gated",
            s(20),
            1,
            ungated.kubelet(),
            new PodTemplate(ungated.pod(), Map.of(), gates),
            ungated.fleet(),
            Optional.empty());
    assertThat(lines(gated))
        .contains("t=0.0s container ready", "t=5.0s pod ready", "t=9.0s pod not ready")
        .doesNotContain("t=0.0s pod ready", "t=3.0s pod ready");
  }
}
