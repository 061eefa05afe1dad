package com.example.bakery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.SingleAttempt;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bakery in a JVM of its own, probed as the kubelet does, beside a mill that may hang. */
@Timeout(300)
class BakeryTest {

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean millAnswers = new AtomicBoolean(true);
  private final Queue<HttpExchange> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private HttpServer mill;
  private Path output;
  private int port;
  private int healthPort;
  private Duration ready = Duration.ZERO;
  private Process process;

  @BeforeEach
  void start() throws Exception {
    mill = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    mill.createContext("/flour", this::answerFlour);
    mill.start();
    output = folder.resolve("output.log");
    port = freePort();
    healthPort = freePort();
    long begun = System.nanoTime();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dbakery.port=" + port,
                "-Dbakery.healthPort=" + healthPort,
                "-Dbakery.mill=http://127.0.0.1:" + mill.getAddress().getPort() + "/flour",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "com.example.bakery.BakeryApplicationKt")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    await(ProbeKind.STARTUP, AttemptVerdict.SUCCESS);
    await(ProbeKind.READINESS, AttemptVerdict.SUCCESS);
    ready = Duration.ofNanos(System.nanoTime() - begun);
  }

  @AfterEach
  void end() {
    sending.set(false);
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    mill.stop(0);
  }

  @Test
  void coroutinesThatHangAreDownInTimeAndAreNotStartedTwice() throws Exception {
    millAnswers.set(false);
    Answer hung = get(healthPort, "/readyz?verbose");
    assertThat(hung.status()).isEqualTo(503);
    assertThat(hung.body()).contains("[-]mill-has-flour failed", "[+]counter-open ok");
    awaitOutput("\"mill-has-flour\" (readiness of \"bakery\") is DOWN: no answer after ");
    for (int i = 0; i < 3; i++) {
      assertThat(attempt(ProbeKind.READINESS).verdict()).isEqualTo(AttemptVerdict.FAILURE);
    }
    assertThat(unanswered).as("questions that hang").hasSizeLessThanOrEqualTo(2);
    assertThat(attempt(ProbeKind.LIVENESS).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    millAnswers.set(true);
    await(ProbeKind.READINESS, AttemptVerdict.SUCCESS);

    assertThat(get(port, "/admin/jam").status()).isEqualTo(200);
    await(ProbeKind.LIVENESS, AttemptVerdict.FAILURE);
    assertThat(get(healthPort, "/livez?verbose").body()).contains("[-]oven-opens failed");
  }

  /**
   * Traffic goes on until readiness has failed and as long again as endpoints may take to follow;
   * all of it is answered, on new connections and on kept ones.
   */
  @Test
  void losesNoRequestWhenItIsToldToEnd() throws Exception {
    List<Thread> clients = IntStream.range(0, 2).mapToObj(this::sender).toList();
    clients.forEach(Thread::start);
    while (answered.get() < 40) {
      assertThat(lost).hasValue(0);
      TimeUnit.MILLISECONDS.sleep(10);
    }
    process.destroy();
    await(ProbeKind.READINESS, AttemptVerdict.FAILURE);
    int before = answered.get();
    TimeUnit.SECONDS.sleep(1);
    assertThat(attempt(ProbeKind.LIVENESS).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    sending.set(false);
    for (Thread sender : clients) {
      sender.join();
    }
    assertThat(answered.get()).isGreaterThan(before);
    assertThat(lost).hasValue(0);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(output).content().contains("closed").doesNotContain("has not stopped in time");
    System.out.printf(
        "Step 3: green after %d ms, %d requests answered, %d lost.%n",
        ready.toMillis(), answered.get(), lost.get());
  }

  private void answerFlour(HttpExchange exchange) throws IOException {
    if (millAnswers.get()) {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    } else {
      unanswered.add(exchange);
    }
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
      int status = keepsConnection ? get(port, "/loaf").status() : statusOfOne();
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
            URI.create("http://127.0.0.1:" + port + "/loaf").toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setReadTimeout(30_000);
    return connection.getResponseCode();
  }

  private record Answer(int status, String body) {}

  private Answer get(int at, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private void await(ProbeKind kind, AttemptVerdict wanted) throws Exception {
    AttemptOutcome outcome = attempt(kind);
    for (int i = 0; i < 300 && outcome.verdict() != wanted; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      outcome = attempt(kind);
    }
    assertThat(outcome.verdict())
        .as(kind + ": " + outcome + "\n" + Files.readString(output))
        .isEqualTo(wanted);
  }

  private void awaitOutput(String text) throws Exception {
    for (int i = 0; i < 300 && !Files.readString(output).contains(text); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(output).content().contains(text);
  }

  /** The probe's own request, but for the port. */
  private AttemptOutcome attempt(ProbeKind kind) throws IOException {
    HttpGet declared =
        (HttpGet)
            ProbeSetFiles.in(Path.of("target", "classes"))
                .get(0)
                .probes()
                .probe(kind)
                .orElseThrow()
                .handler()
                .orElseThrow();
    return SingleAttempt.make(
        HttpGet.of(declared.effectivePath(), Port.of(healthPort)),
        Duration.ofSeconds(30),
        List.of(),
        LiveOptions.builder().build());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
