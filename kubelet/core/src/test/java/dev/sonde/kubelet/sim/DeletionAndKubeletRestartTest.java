package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.life;
import static dev.sonde.kubelet.sim.Play.lines;
import static dev.sonde.kubelet.sim.Play.probe;
import static dev.sonde.kubelet.sim.Play.s;
import static dev.sonde.kubelet.sim.Play.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionAndKubeletRestartTest {

  private static final ProbeSet ALL =
      with(ProbeKind.STARTUP, probe(0, 1, 5, 1, 3))
          .with(ProbeKind.LIVENESS, probe(0, 1, 5, 1, 1))
          .with(ProbeKind.READINESS, probe(0, 1, 5, 1, 1));

  @Test
  void duringDeletionReadinessIsProbedAndLivenessIsNot() {
    SimulatedApplication app =
        SimulatedApplication.builder()
            .stopsIn(s(12))
            .build()
            .with(ApplicationFault.from(s(20), FaultEffect.REFUSES));
    List<String> lines =
        lines(
            Scenario.of(ALL, app)
                .lasting(s(60))
                .endedBy(new PodRemoval(s(18), false, OptionalLong.empty())));
    assertThat(lines)
        .containsSubsequence(
            "t=18.0s endpoint removed: no traffic",
            "t=18.0s SIGTERM sent",
            "t=20.0s readiness failed (1/1): connection refused",
            "t=20.0s pod not ready",
            "t=30.0s pod ended: Deleted")
        .noneMatch(line -> line.contains("liveness failed"));
  }

  @ParameterizedTest(name = "deletion with {0} s: SIGKILL at {1}")
  @CsvSource({", t=48.0s", "5, t=23.0s", "0, t=20.0s", "1, t=20.0s"})
  void theDeletionsOwnGracePeriodCountsBeforeThePods(Long grace, String at) {
    OptionalLong seconds = grace == null ? OptionalLong.empty() : OptionalLong.of(grace);
    assertThat(
            life(
                Scenario.of(ALL, SimulatedApplication.builder().ignoresSigterm().build())
                    .lasting(s(60))
                    .endedBy(new PodRemoval(s(18), false, seconds))))
        .contains(at + " SIGKILL sent");
  }

  @Test
  void anEvictionsGracePeriodCountsBeforeAllOthers() {
    assertThat(
            life(
                Scenario.of(ALL, SimulatedApplication.builder().ignoresSigterm().build())
                    .lasting(s(60))
                    .endedBy(new PodRemoval(s(18), true, OptionalLong.of(3)))))
        .containsSubsequence(
            "t=18.0s kill decided: pod evicted, 3s to stop",
            "t=21.0s SIGKILL sent",
            "t=21.0s pod ended: Failed");
  }

  @Test
  void deletionDuringAProbeKillWaitsForItAndForTheStartAfterIt() {
    SimulatedApplication app =
        SimulatedApplication.builder()
            .stopsIn(s(6))
            .build()
            .with(ApplicationFault.from(s(10), FaultEffect.REFUSES));
    assertThat(
            life(
                Scenario.of(ALL, app)
                    .lasting(s(60))
                    .endedBy(new PodRemoval(s(12), false, OptionalLong.empty()))))
        .endsWith(
            "t=12.0s pod deletion began, 30s to stop",
            "t=16.0s container exited with code 143",
            "t=16.0s container running (restart 1)",
            "t=16.0s container not started",
            "t=16.0s kill decided: pod deleted, 30s to stop",
            "t=16.0s SIGTERM sent",
            "t=22.0s container exited with code 143",
            "t=22.0s pod ended: Deleted");
  }

  private static KubeletSettings restarted(String version, double at) {
    return KubeletSettings.DEFAULT
        .withVersion(KubernetesVersion.parseSupported(version))
        .started(Optional.empty(), List.of(s(at)));
  }

  @Test
  void aNewerKubeletKeepsStartedAndReadyOverItsRestart() {
    List<String> life =
        life(Scenario.of(ALL, SimulatedApplication.WELL).on(restarted("1.35", 32)).lasting(s(60)));
    assertThat(life).contains("t=32.0s kubelet restarted");
    assertThat(life).noneMatch(line -> line.contains("not ready") || line.contains("not started"));
  }

  @Test
  void anOlderKubeletForgetsThemAtTheWorkersFirstTick() {
    List<String> life =
        life(Scenario.of(ALL, SimulatedApplication.WELL).on(restarted("1.34", 32)).lasting(s(60)));
    assertThat(life)
        .containsSubsequence(
            "t=32.0s kubelet restarted",
            "t=34.117s container not started",
            "t=34.117s pod not ready");
    assertThat(life).last().asString().endsWith("endpoint added: traffic arrives");
  }

  @Test
  void aNewerKubeletProbesAContainerThatWasNotYetSettledAnewFromTheWorkersFirstTickOn() {
    assertThat(
            life(
                Scenario.of(ALL, SimulatedApplication.WELL)
                    .on(restarted("1.35", 8))
                    .lasting(s(60))))
        .containsSubsequence(
            "t=8.0s startup waits until t=11.849s: the kubelet just started",
            "t=11.849s container not started");
  }

  @Test
  void workersOfARestartedKubeletWaitARandomPartOfTheirPeriod() {
    assertThat(
            lines(
                Scenario.of(ALL, SimulatedApplication.WELL)
                    .on(restarted("1.35", 32))
                    .lasting(s(60))))
        .filteredOn(line -> line.contains("waits until"))
        .hasSize(3)
        .allMatch(line -> line.startsWith("t=32.0s "));
  }
}
