package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.rules.Severity;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application as it is shipped, in a process of its own. */
@Timeout(300)
class StockIT {

  /** Written for MicroProfile's own paths. */
  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: stock}
      spec:
        selector:
          matchLabels: {app: stock}
        template:
          metadata:
            labels: {app: stock}
          spec:
            containers:
              - name: stock
                image: registry.example/stock:1.0
                command: [java, -Dquarkus.http.port=%d, -jar, quarkus-run.jar]
                livenessProbe:
                  httpGet: {path: /health/live, port: 8080}
                readinessProbe:
                  httpGet: {path: /health/ready, port: 8080}
      """;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private Path closed;
  private int port;
  private int probes;
  private Process process;
  private Duration ready;

  @BeforeEach
  void start() throws Exception {
    closed = folder.resolve("closed");
    port = freePort();
    probes = freePort();
    long begun = System.nanoTime();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=" + port,
                "-Dstock.probes=" + probes,
                "-Dstock.closed=" + closed,
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
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
    Path manifest = Files.writeString(folder.resolve("stock.yaml"), MANIFEST.formatted(port));
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
    for (String path : List.of("/q/health/live", "/q/health/ready")) {
      assertThat(manifest).content().contains("{path: %s, port: %d}".formatted(path, port));
      assertThat(get(port, path).statusCode()).isEqualTo(200);
    }
    System.out.println("Step 1: green after " + took.toMillis() + " ms.");
  }

  private MergeSession session(Path manifest) throws IOException {
    Libraries libraries;
    try (Stream<Path> jars = Files.list(Path.of("target", "quarkus-app", "lib", "main"))) {
      libraries = Libraries.ofFiles(jars.map(Path::toString).toList());
    }
    MergedProbes declared =
        MergedProbes.read(
            List.of(Path.of("src", "main", "resources")),
            place -> FrameworkApplication.find(place, libraries, FrameworkChoice.RECOGNISE));
    return MergeSession.of(
        new MergeInputs(
            folder,
            List.of(manifest),
            FileFilter.ALL,
            declared,
            MergeOptions.DEFAULT,
            RecordPlace.nowhere()));
  }

  @Test
  void eachShowsTheChecksOfTheOther() throws Exception {
    assertThat(get(probes, "/readyz?verbose").body())
        .contains("[+]shelves-has-stock ok", "[+]warehouse-check ok");
    assertThat(get(probes, "/livez").statusCode()).isEqualTo(200);
    HttpResponse<String> smallRye = get(port, "/q/health");
    assertThat(smallRye.statusCode()).isEqualTo(200);
    assertThat(smallRye.body())
        .contains(
            "\"name\": \"sonde-readiness\"", "\"name\": \"shelves-has-stock\"", "\"warehouse\"");
  }

  @Test
  void answersInTimeWhereSmallRyeAnswersNothing() throws Exception {
    Files.createFile(closed);
    assertThat(get(probes, "/readyz?verbose").body())
        .contains("[+]shelves-has-stock ok", "[-]warehouse-check failed");
    assertThat(get(probes, "/readyz").statusCode()).isEqualTo(503);
    assertThat(get(probes, "/livez").statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> get(port, "/q/health/ready")).isInstanceOf(HttpTimeoutException.class);
    Files.delete(closed);
    awaitReadiness(200);
  }

  /** Each request on a connection of its own, until endpoints have had time to follow. */
  @Test
  void losesNoRequestWhenItIsToldToEnd() throws Exception {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread sender = new Thread(this::send);
      sender.start();
      clients.add(sender);
    }
    while (answered.get() < 40) {
      assertThat(lost).hasValue(0);
      TimeUnit.MILLISECONDS.sleep(10);
    }
    process.destroy();
    awaitReadiness(503);
    int before = answered.get();
    TimeUnit.SECONDS.sleep(1);
    assertThat(get(probes, "/livez").statusCode()).isEqualTo(200);
    sending.set(false);
    for (Thread sender : clients) {
      sender.join();
    }
    assertThat(answered.get()).isGreaterThan(before);
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
        HttpResponse<String> answer =
            HttpClient.newHttpClient().send(request(port, "/stock", 30), BodyHandlers.ofString());
        (answer.body().equals("12 pieces") ? answered : lost).incrementAndGet();
      } catch (IOException refused) {
        lost.incrementAndGet();
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void awaitReadiness(int status) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (readiness() != status) {
      assertThat(System.nanoTime())
          .as("%s in time: %s", status, Files.readString(folder.resolve("log")))
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private int readiness() throws InterruptedException {
    try {
      return get(probes, "/readyz").statusCode();
    } catch (IOException refused) {
      return 0;
    }
  }

  private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
    return client.send(request(at, path, 5), BodyHandlers.ofString());
  }

  private static HttpRequest request(int at, String path, int seconds) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + at + path))
        .timeout(Duration.ofSeconds(seconds))
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
