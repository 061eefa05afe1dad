package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application as it is shipped, in a process of its own. */
@Timeout(300)
class StockIT {

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

  @Test
  void eachShowsTheChecksOfTheOther() throws Exception {
    assertThat(get(probes, "/readyz?verbose").body())
        .contains("[+]shelves-has-stock ok", "[+]warehouse-check ok");
    assertThat(get(probes, "/livez").statusCode()).isEqualTo(200);
    HttpResponse<String> smallRye = get(port, "/q/health");
    assertThat(smallRye.statusCode()).isEqualTo(200);
    assertThat(smallRye.body())
        .contains(
            "\"name\": \"sonde-readiness\"",
            "\"name\": \"shelves-has-stock\"",
            "\"warehouse\"");
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
