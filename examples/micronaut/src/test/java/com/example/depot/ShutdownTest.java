package com.example.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, probed as the kubelet does, and told to end. */
@Timeout(600)
class ShutdownTest {

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private int port;
  private int probes;
  private long begun;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    port = freePort();
    probes = freePort();
    begun = System.nanoTime();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DepotApplication.class.getName(),
                "-micronaut.server.port=" + port,
                "-sonde.port=" + probes,
                "-sonde.drain=30s")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  @AfterEach
  void end() {
    sending.set(false);
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /**
   * Traffic goes on until readiness has failed and as long again as endpoints may take to follow;
   * all of it is answered, on new connections and on kept ones.
   */
  @Test
  void losesNoRequestWhenItIsToldToEnd() throws Exception {
    awaitReadiness(200);
    Duration ready = Duration.ofNanos(System.nanoTime() - begun);
    List<Thread> clients = IntStream.range(0, 2).mapToObj(this::sender).toList();
    clients.forEach(Thread::start);
    while (answered.get() < 40) {
      assertThat(lost).hasValue(0);
      TimeUnit.MILLISECONDS.sleep(10);
    }
    process.destroy();
    awaitReadiness(503);
    int before = answered.get();
    TimeUnit.SECONDS.sleep(1);
    assertThat(status(probes, "/livez")).isEqualTo(200);
    assertThat(status(port, "/health/readiness")).isEqualTo(503);
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

  private Thread sender(int number) {
    boolean keepsConnections = number % 2 == 0;
    return new Thread(
        () -> {
          while (sending.get()) {
            send(keepsConnections);
          }
        });
  }

  private void send(boolean keepsConnection) {
    try {
      int status = keepsConnection ? status(port, "/parcels") : statusOfOne();
      (status == 200 ? answered : lost).incrementAndGet();
    } catch (IOException refused) {
      lost.incrementAndGet();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** On a connection of its own. */
  private int statusOfOne() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + port + "/parcels").toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setReadTimeout(30_000);
    return connection.getResponseCode();
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
      return status(probes, "/readyz");
    } catch (IOException refused) {
      return 0;
    }
  }

  private int status(int at, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
