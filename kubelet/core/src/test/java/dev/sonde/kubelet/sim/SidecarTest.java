package dev.sonde.kubelet.sim;

import static dev.sonde.kubelet.sim.Play.life;
import static dev.sonde.kubelet.sim.Play.probe;
import static dev.sonde.kubelet.sim.Play.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SidecarTest {

  private static final ContainerSpec APP = ContainerSpec.named("app");

  private static ContainerSpec sidecar(String name) {
    return ContainerSpec.named(name).withRestartPolicy("Always");
  }

  private static Scenario scenario(ContainerSpec app, ContainerSpec... first) {
    return Scenario.of(PodSpec.of(app).withInitContainers(first)).lasting(s(60));
  }

  private static SimulatedApplication completing(double seconds) {
    return SimulatedApplication.builder().completesIn(s(seconds)).build();
  }

  private static List<String> running(List<String> life) {
    return life.stream().filter(line -> line.contains("container running")).toList();
  }

  @Test
  void initContainersRunToTheirEndInOrder() {
    Scenario scenario =
        scenario(APP, ContainerSpec.named("one"), ContainerSpec.named("two"))
            .with("one", completing(3))
            .with("two", completing(4));
    assertThat(running(life(scenario)))
        .containsExactly(
            "t=0.0s [one] container running",
            "t=3.0s [two] container running",
            "t=7.0s container running");
  }

  @Test
  void theNextStartsWhenTheSidecarIsStartedNotWhenItIsReady() {
    ContainerSpec proxy =
        sidecar("proxy")
            .with(ProbeKind.STARTUP, probe(5, 1, 1, 1, 9))
            .with(ProbeKind.READINESS, probe(20, 1, 1, 1, 9));
    List<String> life = life(scenario(APP, proxy));
    assertThat(running(life))
        .containsExactly("t=0.0s [proxy] container running", "t=5.0s container running");
    assertThat(life).contains("t=5.0s container ready", "t=20.0s pod ready");
  }

  @Test
  void aSidecarIsRestartedAloneWhateverThePodsPolicy() {
    ContainerSpec proxy = sidecar("proxy").with(ProbeKind.LIVENESS, probe(0, 1, 1, 1, 1));
    Scenario scenario =
        scenario(APP, proxy)
            .with(
                "proxy",
                SimulatedApplication.WELL.with(
                    ApplicationFault.from(s(9), FaultEffect.REFUSES).lasting(s(1))));
    assertThat(life(scenario.withPod(scenario.pod().withRestartPolicy("Never"))))
        .containsSubsequence(
            "t=9.0s [proxy] restart decided: liveness probe failed, 30s to stop",
            "t=9.0s [proxy] container running (restart 1)")
        .doesNotContain("t=9.0s container exited with code 143");
  }

  @Test
  void onDeletionMainContainersStopFirstThenSidecarsTheLastOneFirst() {
    Scenario scenario =
        scenario(APP, sidecar("one"), sidecar("two"))
            .with("app", SimulatedApplication.builder().stopsIn(s(5)).build())
            .with("one", SimulatedApplication.builder().stopsIn(s(3)).build())
            .with("two", SimulatedApplication.builder().stopsIn(s(2)).build())
            .endedBy(new PodRemoval(s(10), false, OptionalLong.empty()));
    assertThat(life(scenario))
        .containsSubsequence(
            "t=10.0s pod deletion began, 30s to stop",
            "t=10.0s endpoint removed: no traffic",
            "t=10.0s SIGTERM sent",
            "t=15.0s container exited with code 143",
            "t=15.0s [two] SIGTERM sent",
            "t=17.0s [two] container exited with code 143",
            "t=17.0s [one] SIGTERM sent",
            "t=20.0s [one] container exited with code 143",
            "t=20.0s pod ended: Deleted");
  }

  @Test
  void allShareOneGracePeriod() {
    Scenario scenario =
        scenario(APP, sidecar("one"), sidecar("two"))
            .with("app", SimulatedApplication.builder().ignoresSigterm().build())
            .with("one", SimulatedApplication.builder().ignoresSigterm().build())
            .with("two", SimulatedApplication.builder().ignoresSigterm().build())
            .endedBy(new PodRemoval(s(10), false, OptionalLong.of(6)));
    assertThat(life(scenario))
        .containsSubsequence(
            "t=10.0s SIGTERM sent", "t=16.0s SIGKILL sent", "t=18.0s pod ended: Deleted")
        .contains(
            "t=16.0s [one] SIGTERM sent",
            "t=16.0s [two] SIGTERM sent",
            "t=18.0s [one] SIGKILL sent",
            "t=18.0s [two] SIGKILL sent");
  }

  @Test
  void aSidecarThatWaitsForItsTurnIsProbedButNotRestarted() {
    ContainerSpec proxy = sidecar("proxy").with(ProbeKind.LIVENESS, probe(0, 1, 1, 1, 1));
    Scenario scenario =
        scenario(APP, proxy)
            .with("app", SimulatedApplication.builder().stopsIn(s(20)).build())
            .with(
                "proxy",
                SimulatedApplication.WELL.with(
                    ApplicationFault.from(s(15), FaultEffect.REFUSES).lasting(s(1))))
            .endedBy(new PodRemoval(s(10), false, OptionalLong.of(40)));
    assertThat(Play.lines(scenario))
        .containsSubsequence(
            "t=14.0s liveness succeeded",
            "t=15.0s liveness failed (1/1): connection refused",
            "t=30.0s container exited with code 143",
            "t=30.0s SIGTERM sent",
            "t=30.0s pod ended: Deleted")
        .noneMatch(line -> line.contains("restart"));
  }

  @Test
  void thePreStopHookOfASidecarBeginsWithTheTerminationAndItsSignalComesAtItsTurn() {
    Scenario scenario =
        scenario(APP, sidecar("proxy"))
            .with("app", SimulatedApplication.builder().stopsIn(s(6)).build())
            .with("proxy", SimulatedApplication.builder().preStop(s(4)).build())
            .endedBy(new PodRemoval(s(30), false, OptionalLong.empty()));
    assertThat(life(scenario))
        .containsSubsequence(
            "t=30.0s SIGTERM sent",
            "t=30.0s [proxy] kill decided: pod deleted, 30s to stop",
            "t=36.0s container exited with code 143",
            "t=36.0s [proxy] SIGTERM sent");
  }

  @Test
  void whenTheMainContainersAreDoneSidecarsAreStopped() {
    Scenario scenario = scenario(APP, sidecar("proxy")).with("app", completing(9));
    assertThat(life(scenario.withPod(scenario.pod().withRestartPolicy("Never"))))
        .endsWith(
            "t=9.0s [proxy] kill decided: main containers done, 30s to stop",
            "t=9.0s [proxy] SIGTERM sent",
            "t=9.0s [proxy] container exited with code 143",
            "t=9.0s [proxy] container not started",
            "t=9.0s [proxy] container not ready",
            "t=9.0s pod ended: Succeeded");
  }

  @Test
  void anInitContainerThatFailsForGoodFailsThePod() {
    SimulatedApplication broken =
        SimulatedApplication.WELL.with(
            ApplicationFault.from(s(2), FaultEffect.EXITS).sinceContainerStart());
    Scenario scenario = scenario(APP, ContainerSpec.named("setup")).with("setup", broken);
    assertThat(life(scenario.withPod(scenario.pod().withRestartPolicy("Never"))))
        .endsWith("t=2.0s pod ended: Failed");
    assertThat(running(life(scenario.withPod(scenario.pod().withRestartPolicy("OnFailure")))))
        .contains("t=2.0s [setup] container running (restart 1)")
        .noneMatch(line -> line.endsWith("s container running"));
  }
}
