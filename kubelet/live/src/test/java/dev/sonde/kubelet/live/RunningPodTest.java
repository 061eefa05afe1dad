package dev.sonde.kubelet.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.live.LiveResult.Ending;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, probed for real, ten times as fast as a node would. */
@Timeout(300)
class RunningPodTest {

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
        .maxDuration(Duration.ofSeconds(3000))
        .timeFactor(10);
  }

  private static LiveResult run(ProbeSet probes, LiveOptions.Builder options) {
    try (RunningPod pod = RunningPod.start(ContainerSpec.of(probes), options.build())) {
      return pod.await();
    }
  }

  private static Probe.Builder runs(String script) {
    return Probe.builder()
        .handler(new Exec(List.of("sh", "-c", script)))
        .timeoutSeconds(100)
        .periodSeconds(1);
  }

  private static String until(String file) {
    return "while ! test -f " + file + "; do sleep 0.02; done";
  }

  @Test
  void startsProbesAndDecidesToRestart() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(
                ProbeKind.STARTUP,
                runs("test -f started || { touch tried; exit 1; }").failureThreshold(9999).build())
            .with(ProbeKind.LIVENESS, fileExists("alive").failureThreshold(2).build())
            .with(ProbeKind.READINESS, runs("test -f alive && touch ready").build());
    String script =
        "touch alive; "
            + until("tried")
            + "; touch started; "
            + until("ready")
            + "; rm alive; sleep 60";
    LiveResult result = run(probes, running(script).goal(WatchGoal.RESTART));

    assertThat(result.ending()).isEqualTo(Ending.GOAL_REACHED);
    assertThat(result.events().stream().map(KubeletEvent::text))
        .containsSubsequence(
            "container running",
            "startup failed (1/9999): exit code 1",
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
    LiveResult result = run(probes, running(script).goal(WatchGoal.READY));

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
                runs("! test -f deaf")
                    .failureThreshold(1)
                    .terminationGracePeriodSeconds(3)
                    .build());
    String script = "trap '' TERM; touch deaf; while true; do sleep 0.05; done";
    LiveResult result = run(probes, running(script).restartPolicy(RestartPolicy.NEVER));

    assertThat(result.ending()).isEqualTo(Ending.POD_ENDED);
    assertThat(result.events().stream().map(KubeletEvent::text))
        .containsSubsequence("SIGTERM sent", "SIGKILL sent", "container exited with code 137");
  }

  @Test
  void waitsBeforeItRestartsAProcessThatCrashes() {
    CompletableFuture<KubeletEvent> thirdExit = new CompletableFuture<>();
    Consumer<KubeletEvent> listener =
        event -> {
          if (event instanceof ContainerEvent.ContainerExited exit && exit.instance() == 3) {
            thirdExit.complete(event);
          }
        };
    LiveOptions options = running("exit 3").timeFactor(100).listener(listener).build();
    List<KubeletEvent> events;
    try (RunningPod pod = RunningPod.start(ContainerSpec.named("app"), options)) {
      thirdExit.join();
      events = pod.events();
    }
    long until = first(events, ContainerEvent.RestartDelayed.class).until();
    assertThat(events.stream().map(KubeletEvent::text))
        .containsSubsequence(
            "container exited with code 3",
            "container running (restart 1)",
            "container exited with code 3",
            "container running (restart 2)");
    assertThat(events)
        .filteredOn(e -> e instanceof ContainerEvent.ContainerRunning r && r.instance() == 3)
        .allSatisfy(restart -> assertThat(restart.at()).isGreaterThanOrEqualTo(until));
  }

  private static <E extends KubeletEvent> E first(List<KubeletEvent> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    LiveOptions options = running("echo $$ > pid.new; mv pid.new pid; sleep 60 & wait").build();
    Path pid = folder.resolve("pid");
    try (RunningPod pod = RunningPod.start(ContainerSpec.named("app"), options)) {
      assertThat(pod.over()).isFalse();
      while (!Files.exists(pid)) {
        Thread.sleep(10);
      }
    }
    long number = Long.parseLong(Files.readString(pid).strip());
    while (ProcessHandle.of(number).filter(ProcessHandle::isAlive).isPresent()) {
      Thread.sleep(10);
    }
    assertThat(ProcessHandle.of(number).flatMap(p -> p.children().findAny())).isEmpty();
  }

  @Test
  void saysWhatItCouldNotStart() {
    LiveOptions.Builder options =
        LiveOptions.builder().command(List.of("no-such-program-anywhere"));
    assertThatThrownBy(() -> run(ProbeSet.forContainer("app"), options))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot start no-such-program-anywhere: ");
  }

  @Test
  void onlyTellsWhatItWouldDoToSomethingItDidNotStart() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(ProbeKind.LIVENESS, fileExists("alive").failureThreshold(2).build());
    LiveResult result =
        run(
            probes,
            LiveOptions.builder()
                .directory(folder)
                .goal(WatchGoal.RESTART)
                .timeFactor(10)
                .maxDuration(Duration.ofSeconds(3000)));
    assertThat(result.ending()).isEqualTo(Ending.GOAL_REACHED);
  }

  @Test
  void tellsTheNextTicksAndNoneOnceItIsOver() {
    ProbeSet probes =
        ProbeSet.forContainer("app").with(ProbeKind.READINESS, fileExists("alive").build());
    RunningPod pod = RunningPod.start(ContainerSpec.of(probes), running("sleep 60").build());
    try (pod) {
      assertThat(pod.nextTicks().join()).containsOnlyKeys(ProbeKind.READINESS);
    }
    assertThat(pod.nextTicks().join()).isEmpty();
  }

  /** Whoever asks just when the pod ends is answered too. */
  @Test
  void answersEveryQuestionForTheNextTicks() {
    LiveOptions attached = LiveOptions.builder().timeFactor(10).build();
    for (int pods = 0; pods < 50; pods++) {
      RunningPod pod = RunningPod.start(ContainerSpec.named("app"), attached);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(pod::close);
      for (int question = 0; question < 20; question++) {
        pod.nextTicks().join();
      }
      closing.join();
    }
  }
}
