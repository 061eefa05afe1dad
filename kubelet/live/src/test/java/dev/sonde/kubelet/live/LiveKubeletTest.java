package dev.sonde.kubelet.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.live.LiveResult.Ending;
import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, probed for real, ten times as fast as a node would. */
@Timeout(60)
class LiveKubeletTest {

  @TempDir Path folder;

  private static Probe.Builder fileExists(String name) {
    return Probe.builder()
        .handler(new Exec(List.of("test", "-f", name)))
        .timeoutSeconds(20)
        .periodSeconds(1);
  }

  private LiveOptions.Builder running(String script) {
    return LiveOptions.builder()
        .command(List.of("sh", "-c", script))
        .directory(folder)
        .maxDuration(Duration.ofSeconds(300))
        .timeFactor(10);
  }

  private static <E extends KubeletEvent> Stream<E> of(LiveResult result, Class<E> type) {
    return result.events().stream().filter(type::isInstance).map(type::cast);
  }

  @Test
  void startsProbesAndDecidesToRestart() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(ProbeKind.STARTUP, fileExists("started").failureThreshold(100).build())
            .with(ProbeKind.LIVENESS, fileExists("alive").failureThreshold(2).build())
            .with(ProbeKind.READINESS, fileExists("alive").build());
    String script = "touch alive; sleep 0.3; touch started; sleep 1; rm alive; sleep 60";
    LiveResult result = new LiveKubelet(probes, running(script).goal(Goal.RESTART).build()).run();

    assertThat(result.ending()).isEqualTo(Ending.GOAL_REACHED);
    assertThat(result.events().stream().map(KubeletEvent::text))
        .containsSubsequence(
            "container running",
            "startup failed (1/100): exit code 1",
            "startup succeeded",
            "container started",
            "pod ready",
            "liveness failed (1/2): exit code 1",
            "liveness failed (2/2): exit code 1",
            "restart decided: liveness probe failed, 30s to stop");
  }

  @Test
  void restartsTheProcessForReal() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(ProbeKind.LIVENESS, fileExists("alive").failureThreshold(1).build())
            .with(ProbeKind.READINESS, fileExists("second").build());
    String script = "if [ -f first ]; then touch alive second; fi; touch first; exec sleep 60";
    LiveResult result = new LiveKubelet(probes, running(script).goal(Goal.READY).build()).run();

    assertThat(result.ending()).isEqualTo(Ending.GOAL_REACHED);
    assertThat(result.events().stream().map(KubeletEvent::text))
        .containsSubsequence(
            "SIGTERM sent",
            "container exited with code 143",
            "container running (restart 1)",
            "pod ready");
  }

  @Test
  void killsAProcessThatIgnoresSigterm() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(
                ProbeKind.LIVENESS,
                fileExists("never")
                    .failureThreshold(1)
                    .initialDelaySeconds(5)
                    .terminationGracePeriodSeconds(3)
                    .build());
    LiveResult result =
        new LiveKubelet(
                probes,
                running("trap '' TERM; while true; do sleep 0.05; done")
                    .restartPolicy(RestartPolicy.NEVER)
                    .build())
            .run();

    assertThat(result.ending()).isEqualTo(Ending.POD_ENDED);
    assertThat(result.events().stream().map(KubeletEvent::text))
        .containsSubsequence("SIGTERM sent", "SIGKILL sent", "container exited with code 137");
  }

  @Test
  void waitsBeforeItRestartsAProcessThatCrashes() {
    LiveResult result =
        new LiveKubelet(
                ProbeSet.forContainer("app"),
                running("exit 3").timeFactor(100).maxDuration(Duration.ofSeconds(25)).build())
            .run();

    assertThat(result.ending()).isEqualTo(Ending.TIME_UP);
    assertThat(of(result, ContainerEvent.ContainerExited.class).count()).isBetween(2L, 3L);
    assertThat(of(result, ContainerEvent.RestartDelayed.class)).isNotEmpty();
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    LiveKubelet kubelet =
        new LiveKubelet(
            ProbeSet.forContainer("app"),
            running("echo $$ > pid.new; mv pid.new pid; sleep 60 & wait").build());
    Thread runner = new Thread(kubelet::run);
    runner.start();
    Path pid = folder.resolve("pid");
    while (!Files.exists(pid)) {
      Thread.sleep(10);
    }
    kubelet.stop();
    runner.join();
    long number = Long.parseLong(Files.readString(pid).strip());
    while (ProcessHandle.of(number).filter(ProcessHandle::isAlive).isPresent()) {
      Thread.sleep(10);
    }
    assertThat(ProcessHandle.of(number).flatMap(p -> p.children().findAny())).isEmpty();
  }

  @Test
  void saysWhatItCouldNotStart() {
    LiveKubelet kubelet =
        new LiveKubelet(
            ProbeSet.forContainer("app"),
            LiveOptions.builder().command(List.of("no-such-program-anywhere")).build());
    assertThatThrownBy(kubelet::run)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot start no-such-program-anywhere: ");
  }

  @Test
  void onlyTellsWhatItWouldDoToSomethingItDidNotStart() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(ProbeKind.LIVENESS, fileExists("alive").failureThreshold(2).build());
    LiveResult result =
        new LiveKubelet(
                probes,
                LiveOptions.builder()
                    .directory(folder)
                    .goal(Goal.RESTART)
                    .timeFactor(10)
                    .maxDuration(Duration.ofSeconds(300))
                    .build())
            .run();
    assertThat(result.ending()).isEqualTo(Ending.GOAL_REACHED);
  }
}
