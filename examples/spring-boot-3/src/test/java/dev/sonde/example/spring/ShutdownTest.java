package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, probed as the kubelet does, and told to end. */
@Timeout(600)
class ShutdownTest {

  private static final Duration PERIOD = Duration.ofMillis(100);

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private int port;
  private int probePort;

  /**
   * Traffic goes on, each request on a connection of its own, until readiness has failed and as
   * long again as endpoints may take to follow; all of it is answered.
   */
  @Test
  void losesNoRequestWhenItIsToldToEnd(@TempDir Path folder) throws Exception {
    port = freePort();
    probePort = freePort();
    long begun = System.nanoTime();
    Process process = start(folder.resolve("log"));
    try {
      awaitProbe(200, Duration.ofMinutes(5));
      Duration ready = Duration.ofNanos(System.nanoTime() - begun);
      Thread traffic = new Thread(this::send);
      traffic.start();
      while (answered.get() < 20) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      process.destroy();
      awaitProbe(503, Duration.ofSeconds(10));
      int before = answered.get();
      TimeUnit.SECONDS.sleep(1);
      assertThat(probe("/livez")).isEqualTo(200);
      sending.set(false);
      traffic.join();
      assertThat(answered.get()).isGreaterThan(before);
      assertThat(lost).hasValue(0);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      System.out.printf(
          "Step 2: green after %d ms, %d requests answered, %d lost.%n",
          ready.toMillis(), answered.get(), lost.get());
    } finally {
      sending.set(false);
      process.destroyForcibly();
    }
  }

  private Process start(Path log) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                ClinicApplication.class.getName(),
                "--server.port=" + port,
                "--sonde.port=" + probePort,
                "--sonde.drain=3s"))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void send() {
    while (sending.get()) {
      try {
        (status(port, "/visits") == 200 ? answered : lost).incrementAndGet();
      } catch (IOException refused) {
        lost.incrementAndGet();
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void awaitProbe(int status, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (probe("/readyz") != status) {
      assertThat(System.nanoTime()).as("readiness is " + status + " in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(PERIOD.toMillis());
    }
  }

  private int probe(String path) throws InterruptedException {
    try {
      return status(probePort, path);
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
