package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.life;
import static dev.sonde.kubelet.sim.Play.lines;
import static dev.sonde.kubelet.sim.Play.probe;
import static dev.sonde.kubelet.sim.Play.s;
import static dev.sonde.kubelet.sim.Play.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartTest {

  private static final ProbeSet NO_PROBES = ProbeSet.forContainer("app");

  private static SimulatedApplication crashingAfter(double seconds) {
    return SimulatedApplication.WELL.with(
        ApplicationFault.from(s(seconds), FaultEffect.EXITS).sinceContainerStart());
  }

  private static List<Double> starts(Scenario scenario) {
    return Simulation.play(scenario).trace().stream()
        .map(TraceEntry::event)
        .filter(ContainerEvent.ContainerRunning.class::isInstance)
        .map(event -> (double) event.at() / NanoTime.PER_SECOND)
        .toList();
  }

  @Test
  void waitsDoubleFromTenToThreeHundredSecondsAfterAFreeFirstRestart() {
    assertThat(starts(Scenario.of(NO_PROBES, crashingAfter(1)).lasting(Duration.ofMinutes(21))))
        .containsExactly(0.0, 1.0, 12.0, 33.0, 74.0, 155.0, 316.0, 617.0, 918.0, 1219.0);
  }

  @Test
  void theReducedDecayGoesFromOneToSixtySeconds() {
    KubeletSettings reduced = KubeletSettings.DEFAULT.withBackOff(BackOffLimits.REDUCED);
    assertThat(starts(Scenario.of(NO_PROBES, crashingAfter(1)).on(reduced).lasting(s(260))))
        .containsExactly(0.0, 1.0, 3.0, 6.0, 11.0, 20.0, 37.0, 70.0, 131.0, 192.0, 253.0);
  }

  @ParameterizedTest(name = "an instance that lives {0} s: the next restart at {1} s")
  @CsvSource({"599, 611", "600, 612", "601, 602"})
  void theWaitIsForgottenMoreThanSixHundredSecondsAfterTheLastRestart(double lives, double next) {
    SimulatedApplication app =
        SimulatedApplication.WELL
            .with(ApplicationFault.from(s(1), FaultEffect.EXITS))
            .with(ApplicationFault.from(s(1 + lives), FaultEffect.EXITS));
    assertThat(starts(Scenario.of(NO_PROBES, app).lasting(s(700))))
        .startsWith(0.0, 1.0)
        .endsWith(lives > 600 ? next : lives + 1 + 10);
  }

  @Test
  void tellsOfTheWaitOnce() {
    assertThat(life(Scenario.of(NO_PROBES, crashingAfter(1)).lasting(s(13))))
        .containsExactly(
            "t=0.0s container running",
            "t=0.0s container started",
            "t=0.0s container ready",
            "t=0.0s pod ready",
            "t=0.0s endpoint added: traffic arrives",
            "t=1.0s container exited with code 1",
            "t=1.0s container not started",
            "t=1.0s container not ready",
            "t=1.0s pod not ready",
            "t=1.0s endpoint removed: no traffic",
            "t=1.0s container running (restart 1)",
            "t=1.0s container started",
            "t=1.0s container ready",
            "t=1.0s pod ready",
            "t=1.0s endpoint added: traffic arrives",
            "t=2.0s container exited with code 1",
            "t=2.0s container not started",
            "t=2.0s container not ready",
            "t=2.0s pod not ready",
            "t=2.0s endpoint removed: no traffic",
            "t=2.0s restart waits until t=12.0s: back-off 10.0s",
            "t=12.0s container running (restart 2)",
            "t=12.0s container started",
            "t=12.0s container ready",
            "t=12.0s pod ready",
            "t=12.0s endpoint added: traffic arrives",
            "t=13.0s container exited with code 1",
            "t=13.0s container not started",
            "t=13.0s container not ready",
            "t=13.0s pod not ready",
            "t=13.0s endpoint removed: no traffic",
            "t=13.0s restart waits until t=33.0s: back-off 20.0s");
  }

  /**
   * Killed by a probe 15 s after each start: kills 1 to 3 wait for nothing. At kill 4 the stored
   * wait is 20 s, and the instance before has been dead for 15 s: the wait then starts over.
   */
  @Test
  void afterAProbeKillTheInstanceBeforeTheKilledOneIsLookedAt() {
    ProbeSet probes = with(ProbeKind.LIVENESS, probe(0, 1, 1, 1, 1));
    SimulatedApplication app =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(s(15), FaultEffect.REFUSES).sinceContainerStart());
    assertThat(starts(Scenario.of(probes, app).lasting(s(200))))
        .containsExactly(0.0, 15.0, 30.0, 45.0, 80.0, 135.0);
  }

  @ParameterizedTest(name = "{0}, exit code {1}: {2}")
  @CsvSource({
    "Always, 0, restart",
    "Always, 1, restart",
    "OnFailure, 0, Succeeded",
    "OnFailure, 1, restart",
    "Never, 0, Succeeded",
    "Never, 1, Failed"
  })
  void afterAnExitTheRestartPolicyDecides(String policy, int code, String fate) {
    SimulatedApplication app =
        SimulatedApplication.WELL.with(
            new ApplicationFault(
                FaultEffect.EXITS,
                s(5),
                Optional.empty(),
                false,
                java.util.Set.of(),
                java.util.OptionalInt.empty(),
                "",
                Optional.empty(),
                code));
    Scenario scenario = Scenario.of(NO_PROBES, app).lasting(s(9));
    List<String> life = life(scenario.withPod(scenario.pod().withRestartPolicy(policy)));
    assertThat(life)
        .contains(
            fate.equals("restart")
                ? "t=5.0s container running (restart 1)"
                : "t=5.0s pod ended: " + fate);
  }

  @ParameterizedTest(name = "{0}, exit code {1} after SIGTERM")
  @CsvSource({"Always, 0", "Always, 143", "OnFailure, 0", "OnFailure, 143"})
  void afterAProbeKillAlwaysAndOnFailureRestart(String policy, int code) {
    assertThat(killed(policy, code)).contains("t=5.0s container running (restart 1)");
  }

  @Test
  void afterAProbeKillNeverLeavesTheContainerDead() {
    assertThat(killed("Never", 143))
        .contains("t=5.0s kill decided: liveness probe failed, 30s to stop")
        .endsWith("t=5.0s pod ended: Failed");
  }

  private static List<String> killed(String policy, int code) {
    ProbeSet probes = with(ProbeKind.LIVENESS, probe(0, 1, 1, 1, 1));
    SimulatedApplication app =
        SimulatedApplication.builder()
            .exitCode(code)
            .fault(ApplicationFault.from(s(5), FaultEffect.REFUSES))
            .build();
    Scenario scenario = Scenario.of(probes, app).lasting(s(5.5));
    return life(scenario.withPod(scenario.pod().withRestartPolicy(policy)));
  }

  @ParameterizedTest(name = "probe {0}, pod {1}, hook {2}: TERM at {3}, KILL at {4}")
  @CsvSource({
    ", , 0, 5, 35",
    ", 10, 0, 5, 15",
    "7, 10, 0, 5, 12",
    "20, 10, 0, 5, 25",
    ", 10, 4, 9, 15",
    ", 10, 9, 14, 16",
    ", 10, 99, 15, 17",
    "1, 10, 0, 5, 7",
    ", 0, 4, 5, 7"
  })
  void theHookRunsInsideTheGracePeriodAndTwoSecondsAreLeft(
      Long ofProbe, Long ofPod, double hook, String term, String kill) {
    Probe.Builder probe = probe(0, 1, 1, 1, 1).toBuilder();
    if (ofProbe != null) {
      probe.terminationGracePeriodSeconds(ofProbe);
    }
    SimulatedApplication app =
        SimulatedApplication.builder()
            .ignoresSigterm()
            .preStop(s(hook))
            .build()
            .with(ApplicationFault.from(s(5), FaultEffect.REFUSES).ofInstance(1));
    Scenario scenario = Scenario.of(with(ProbeKind.LIVENESS, probe.build()), app).lasting(s(60));
    if (ofPod != null) {
      scenario = scenario.withPod(scenario.pod().withTerminationGracePeriodSeconds(ofPod));
    }
    assertThat(life(scenario))
        .containsSubsequence(
            "t=" + term + ".0s SIGTERM sent",
            "t=" + kill + ".0s SIGKILL sent",
            "t=" + kill + ".0s container exited with code 137",
            "t=" + kill + ".0s container running (restart 1)");
  }

  @Test
  void readinessGoesOnBeingProbedDuringAKill() {
    ProbeSet probes =
        with(ProbeKind.LIVENESS, probe(0, 1, 1, 1, 1))
            .with(ProbeKind.READINESS, probe(0, 1, 2, 1, 1));
    SimulatedApplication app =
        SimulatedApplication.builder()
            .stopsIn(s(6))
            .build()
            .with(ApplicationFault.from(s(5), FaultEffect.FAILS).noticedBy(ProbeKind.LIVENESS));
    assertThat(lines(Scenario.of(probes, app).lasting(s(11))))
        .containsSubsequence(
            "t=5.0s SIGTERM sent",
            "t=6.0s readiness succeeded",
            "t=10.0s readiness succeeded",
            "t=11.0s container exited with code 143",
            "t=11.0s pod not ready");
  }

  @Test
  void aStartupProbeThatNeverPassesRestarts() {
    ProbeSet probes = with(ProbeKind.STARTUP, probe(2, 1, 3, 1, 4));
    assertThat(
            life(
                Scenario.of(probes, SimulatedApplication.builder().startsIn(s(500)).build())
                    .lasting(s(13))))
        .containsSubsequence(
            "t=12.0s restart decided: startup probe failed, 30s to stop",
            "t=12.0s container running (restart 1)");
  }
}
