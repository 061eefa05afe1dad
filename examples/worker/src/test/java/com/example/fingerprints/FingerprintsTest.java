package com.example.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.annotation.Liveness;
import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.SingleAttempt;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.Exec;
import dev.sonde.model.FileHeartbeat;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.runtime.Heartbeats;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worker in a JVM of its own, and its probes as the kubelet runs them. */
@Timeout(180)
class FingerprintsTest {

  private static final Path CLASSES = Path.of("target", "classes");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Stands for the container's root. */
  @TempDir Path root;

  private Process worker;
  private Path output;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectory(root.resolve("tmp"));
    output = root.resolve("output.log");
    worker =
        new ProcessBuilder(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                FingerprintsApplication.class.getName(),
                root.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  @AfterEach
  void end() {
    worker.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void itsProbesSucceedWhileItWorksAndFailWhileItHangs() throws Exception {
    await(ProbeKind.STARTUP, AttemptVerdict.SUCCESS);
    await(ProbeKind.LIVENESS, AttemptVerdict.SUCCESS);
    Path file = Files.writeString(root.resolve("a file"), "abc");
    add(file);
    awaitOutput("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad " + file);

    Path pipe = root.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    add(pipe);
    await(ProbeKind.LIVENESS, AttemptVerdict.FAILURE);
    assertThat(attempt(withoutShell()).verdict()).isEqualTo(AttemptVerdict.FAILURE);

    Files.writeString(pipe, "abc");
    await(ProbeKind.LIVENESS, AttemptVerdict.SUCCESS);
    assertThat(attempt(withoutShell()).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
  }

  @Test
  void itsProbeFailsOnceItIsGone() throws Exception {
    await(ProbeKind.LIVENESS, AttemptVerdict.SUCCESS);
    worker.destroyForcibly().waitFor();
    await(ProbeKind.LIVENESS, AttemptVerdict.FAILURE);
  }

  @Test
  void stopsWhenItIsToldTo() throws Exception {
    await(ProbeKind.STARTUP, AttemptVerdict.SUCCESS);
    worker.destroy();
    assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(worker.exitValue()).isEqualTo(128 + 15);
    assertThat(Files.readString(output)).contains("stopped");
  }

  @Test
  void theManifestHasWhatTheCodeSays() throws Exception {
    ManifestFile manifest = ManifestFile.read("deployment.yaml", Path.of("k8s", "deployment.yaml"));
    assertThat(
            ManifestMerge.plan(
                    List.of(manifest), List.of(probes()), MergeOptions.DEFAULT, MergeRecord.EMPTY)
                .changes())
        .isEmpty();
  }

  private void add(Path job) throws IOException {
    worker.getOutputStream().write((job + "\n").getBytes(UTF_8));
    worker.getOutputStream().flush();
  }

  private void await(ProbeKind kind, AttemptVerdict wanted) throws Exception {
    Exec command = below(probes().probe(kind).orElseThrow());
    AttemptOutcome outcome = attempt(command);
    for (int i = 0; i < 300 && outcome.verdict() != wanted; i++) {
      Thread.sleep(100);
      outcome = attempt(command);
    }
    assertThat(outcome.verdict())
        .as(kind + ": " + outcome + "\n" + Files.readString(output))
        .isEqualTo(wanted);
  }

  private void awaitOutput(String line) throws Exception {
    for (int i = 0; i < 300 && !Files.readString(output).contains(line); i++) {
      Thread.sleep(100);
    }
    assertThat(output).content().contains(line);
  }

  private static ProbeSet probes() throws IOException {
    return ProbeSetFiles.in(CLASSES).get(0).probes();
  }

  /** The probe's own command, but for the root of its file. */
  private Exec below(Probe probe) {
    Exec exec = (Exec) probe.handler().orElseThrow();
    return new Exec(
        exec.command().stream().map(word -> word.replace("'/tmp/", "'" + root + "/tmp/")).toList());
  }

  private Exec withoutShell() {
    Exec exec = FileHeartbeat.java(root.resolve("tmp/fingerprints-live").toString(), classPath());
    return new Exec(exec.command().stream().map(w -> w.equals("java") ? JAVA : w).toList());
  }

  private AttemptOutcome attempt(Exec command) {
    LiveOptions inItsFolder = LiveOptions.builder().directory(root).build();
    return SingleAttempt.make(command, Duration.ofSeconds(30), List.of(), inItsFolder);
  }

  /** The application, Sonde's runtime and its annotations: what it has in a container. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        location(FingerprintsApplication.class),
        location(Heartbeats.class),
        location(Liveness.class));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
