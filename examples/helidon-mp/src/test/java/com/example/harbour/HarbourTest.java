package com.example.harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.rules.Severity;
import io.helidon.Main;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, probed as the kubelet does. */
@Timeout(300)
class HarbourTest {

  /** Written for Helidon SE's paths. */
  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: harbour}
      spec:
        selector:
          matchLabels: {app: harbour}
        template:
          metadata:
            labels: {app: harbour}
          spec:
            containers:
              - name: harbour
                image: registry.example/harbour:1.0
                command: [java, -Dserver.port=%d, -jar, harbour.jar]
                lifecycle: {preStop: {sleep: {seconds: 5}}}
                livenessProbe:
                  httpGet: {path: /observe/health/live, port: 8080}
                readinessProbe:
                  httpGet: {path: /observe/health/ready, port: 8080}
      """;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private Duration ready = Duration.ZERO;
  private int port;
  private int healthPort;
  private Process process;

  @BeforeEach
  void start() throws Exception {
    port = freePort();
    healthPort = freePort();
    long begun = System.nanoTime();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dserver.port=" + port,
                "-Dharbour.healthPort=" + healthPort,
                "-Dharbour.asleep=" + folder.resolve("asleep"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitReadiness(200);
    ready = Duration.ofNanos(System.nanoTime() - begun);
  }

  @AfterEach
  void end() {
    sending.set(false);
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** The first step: the configuration and a manifest, and nothing of Sonde's in either. */
  @Test
  void aManifestIsMendedAndAsksWhereTheApplicationAnswers() throws Exception {
    Path manifest = Files.writeString(folder.resolve("harbour.yaml"), MANIFEST.formatted(port));
    long begun = System.nanoTime();
    MergeSession session = session(manifest);
    assertThat(DriftReport.of(session.plan(), Severity.ERROR).findings())
        .extracting(found -> found.finding().fieldPath().toString())
        .anyMatch(field -> field.endsWith("livenessProbe.httpGet.port"))
        .anyMatch(field -> field.endsWith("readinessProbe.httpGet.path"));
    session.write();
    DriftReport green = DriftReport.of(session(manifest).plan(), Severity.WARNING);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(green.findings()).isEmpty();
    for (String path : List.of("/health/live", "/health/ready")) {
      assertThat(manifest).content().contains("{path: %s, port: %d}".formatted(path, port));
      assertThat(get(port, path).statusCode()).isEqualTo(200);
    }
    System.out.println("Step 1: green after " + took.toMillis() + " ms.");
  }

  private MergeSession session(Path manifest) throws IOException {
    MergedProbes declared =
        MergedProbes.read(
            List.of(Path.of("src", "main", "resources")),
            place ->
                FrameworkApplication.find(
                    place, SettingsToUrlsTest.libraries(), FrameworkChoice.RECOGNISE));
    return MergeSession.of(
        new MergeInputs(
            folder,
            List.of(manifest),
            FileFilter.ALL,
            declared,
            MergeOptions.DEFAULT,
            RecordPlace.nowhere()));
  }

  /** Side by side, in one application at one time. */
  @Test
  void aBeanThatHangsIsDownInTimeWhereHelidonNeverAnswers() throws Exception {
    assertThat(get(healthPort, "/readyz?verbose").body())
        .contains("[+]pilot-check ok", "[+]berths-are-there ok");
    assertThat(get(port, "/health/ready").body()).contains("\"pilot\"", "\"sonde-readiness\"");

    Files.createFile(folder.resolve("asleep"));
    assertThat(get(healthPort, "/readyz?verbose").body())
        .contains("[-]pilot-check failed", "[+]berths-are-there ok");
    HttpRequest theirs = request(port, "/health/ready").timeout(Duration.ofSeconds(3)).build();
    assertThatThrownBy(() -> client.send(theirs, BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(get(healthPort, "/livez").statusCode()).isEqualTo(200);

    Files.delete(folder.resolve("asleep"));
    awaitReadiness(200);
  }

  /**
   * Helidon MP closes its port at SIGTERM, whatever is set. Traffic ends while the container sleeps
   * in preStop, as endpoints leave Services by then.
   */
  @Test
  void losesNoRequestWhenItsContainerSleepsBeforeItIsToldToEnd() throws Exception {
    Thread traffic = new Thread(this::send);
    traffic.start();
    while (answered.get() < 20) {
      assertThat(lost).hasValue(0);
      TimeUnit.MILLISECONDS.sleep(10);
    }
    TimeUnit.SECONDS.sleep(1); // preStop, in which everything goes on
    sending.set(false);
    traffic.join();
    assertThat(get(port, "/berths").statusCode()).isEqualTo(200);
    process.destroy();
    awaitReadiness(503);
    assertThatThrownBy(() -> get(port, "/berths")).isInstanceOf(ConnectException.class);
    assertThat(lost).hasValue(0);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    System.out.printf(
        "Step 2: green after %d ms, %d requests answered, %d lost.%n",
        ready.toMillis(), answered.get(), lost.get());
  }

  private void send() {
    while (sending.get()) {
      try {
        (get(port, "/berths").statusCode() == 200 ? answered : lost).incrementAndGet();
      } catch (IOException refused) {
        lost.incrementAndGet();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitReadiness(int status) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (readiness() != status) {
      assertThat(System.nanoTime())
          .as("%s in time: %s", status, Files.readString(folder.resolve("log")))
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private int readiness() throws InterruptedException {
    try {
      return get(healthPort, "/readyz").statusCode();
    } catch (IOException refused) {
      return 0;
    }
  }

  private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
    return client.send(
        request(at, path).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(int at, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
