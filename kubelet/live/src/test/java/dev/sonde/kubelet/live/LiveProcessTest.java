package dev.sonde.kubelet.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.HookHandler;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Sleep;
import dev.sonde.release.KubernetesVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are not easy to keep. */
@Timeout(300)
class LiveProcessTest {

  @TempDir Path folder;

  private final List<String> printed = Collections.synchronizedList(new ArrayList<>());

  private LiveOptions.Builder running(String script) {
    return LiveOptions.builder()
        .command(List.of("sh", "-c", script))
        .directory(folder)
        .restartPolicy(RestartPolicy.NEVER)
        .terminationGracePeriodSeconds(10)
        .output(printed::add)
        .maxDuration(Duration.ofSeconds(3000))
        .timeFactor(10);
  }

  private void awaitFile(String name) throws InterruptedException {
    while (!Files.exists(folder.resolve(name))) {
      Thread.sleep(10);
    }
  }

  private static List<String> texts(RunningPod pod) {
    return pod.events().stream().map(KubeletEvent::text).toList();
  }

  /** In a container nothing outlives its first process. */
  @ParameterizedTest
  @ValueSource(strings = {"exec sleep 60", "trap '' TERM; while true; do sleep 0.1; done"})
  void childrenDoNotOutliveTheirProcess(String afterwards) throws Exception {
    String script = "sleep 61 & echo $! > child.new; mv child.new child; " + afterwards;
    try (RunningPod pod = RunningPod.start(ContainerSpec.named("app"), running(script).build())) {
      awaitFile("child");
      long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
      assertThat(ProcessHandle.of(child)).isPresent();

      pod.delete();
      assertThat(pod.await().ending()).isEqualTo(LiveResult.Ending.POD_ENDED);
      while (ProcessHandle.of(child).filter(ProcessHandle::isAlive).isPresent()) {
        Thread.sleep(10);
      }
    }
  }

  @Test
  void megabytesOfOutputAreTakenAsFastAsTheyCome() {
    String script =
        "i=0; while [ $i -lt 200 ]; do printf '%010000d' 0; i=$((i+1)); done; echo; echo end";
    try (RunningPod pod = RunningPod.start(ContainerSpec.named("app"), running(script).build())) {
      pod.await();
    }
    assertThat(printed.get(printed.size() - 1)).isEqualTo("end");
    assertThat(printed.stream().mapToInt(String::length).sum()).isEqualTo(2_000_000 + 3);
    assertThat(printed).allMatch(line -> line.length() <= OutputPump.LONGEST_LINE);
  }

  private static ContainerSpec withHooks(HookHandler postStart, HookHandler preStop) {
    return ContainerSpec.named("app")
        .withLifecycle(
            new Lifecycle(
                Optional.of(LifecycleHook.of(postStart)),
                Optional.of(LifecycleHook.of(preStop)),
                Optional.empty()));
  }

  @Test
  void hooksRunBeforeItCountsAsRunningAndBeforeItIsToldToStop() throws Exception {
    ContainerSpec container =
        withHooks(new Exec(List.of("touch", "began")), new Exec(List.of("touch", "ending")));
    String script = "trap 'test -f ending && exit 4; exit 5' TERM; while true; do sleep 0.05; done";
    LiveOptions options = running(script).terminationGracePeriodSeconds(600).build();
    try (RunningPod pod = RunningPod.start(container, options)) {
      awaitFile("began");
      while (!texts(pod).contains("container running")) {
        Thread.sleep(10);
      }
      pod.delete();
      pod.await();
      assertThat(texts(pod)).containsSubsequence("SIGTERM sent", "container exited with code 4");
    }
  }

  /** The grace period is over in any case; the hook is ended with it by 1.36 and newer. */
  @ParameterizedTest(name = "{0}: ended {1}")
  @CsvSource({"1.35, false", "1.36, true"})
  void aHookIsEndedWithTheGracePeriodByTheRelease(String release, boolean ended) throws Exception {
    String hook = "echo $$$$ > hook.new; mv hook.new hook; exec sleep 60";
    ContainerSpec container = withHooks(new Sleep(0), new Exec(List.of("sh", "-c", hook)));
    LiveOptions options =
        running("echo $$ > app.new; mv app.new app; exec sleep 60")
            .version(KubernetesVersion.parseSupported(release))
            .build();
    try (RunningPod pod = RunningPod.start(container, options)) {
      awaitFile("app");
      pod.delete();
      assertThat(pod.await().ending()).isEqualTo(LiveResult.Ending.POD_ENDED);
      awaitFile("hook");
      long number = Long.parseLong(Files.readString(folder.resolve("hook")).strip());
      Optional<ProcessHandle> left = ProcessHandle.of(number);
      if (ended) {
        while (left.filter(ProcessHandle::isAlive).isPresent()) {
          Thread.sleep(10);
        }
      } else {
        assertThat(left.filter(ProcessHandle::isAlive)).isPresent();
      }
    }
  }

  @Test
  void aHookThatSleepsTakesItsTimeFromTheGracePeriod() throws Exception {
    ContainerSpec container = withHooks(new Sleep(0), new Sleep(3));
    try (RunningPod pod = RunningPod.start(container, running("exec sleep 60").build())) {
      while (!texts(pod).contains("container running")) {
        Thread.sleep(10);
      }
      pod.delete();
      pod.await();
      long deleted = at(pod, "pod deletion began, 10s to stop");
      assertThat(at(pod, "SIGTERM sent") - deleted)
          .isGreaterThanOrEqualTo(Duration.ofSeconds(3).toNanos());
    }
  }

  private static long at(RunningPod pod, String text) {
    return pod.events().stream()
        .filter(event -> event.text().equals(text))
        .findFirst()
        .orElseThrow()
        .at();
  }
}
