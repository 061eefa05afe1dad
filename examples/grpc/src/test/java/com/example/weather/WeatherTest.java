package com.example.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.SingleAttempt;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.Port;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server in a JVM of its own, probed as the kubelet does. */
@Timeout(300)
class WeatherTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder;

  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private Path forecasts;
  private Path output;
  private int port;
  private long begun;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    forecasts = Files.createDirectory(folder.resolve("forecasts"));
    Files.writeString(forecasts.resolve("Paris"), "rain");
    output = folder.resolve("output.log");
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    begun = System.nanoTime();
    process =
        new ProcessBuilder(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Dweather.port=" + port,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WeatherApplication.class.getName(),
                forecasts.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  @AfterEach
  void end() {
    sending.set(false);
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void itsProbesTellTheStatesApart() throws Exception {
    await(ProbeKind.STARTUP, AttemptVerdict.SUCCESS);
    await(ProbeKind.READINESS, AttemptVerdict.SUCCESS);
    Path elsewhere = Files.move(forecasts, folder.resolve("elsewhere"));
    await(ProbeKind.READINESS, AttemptVerdict.FAILURE);
    assertThat(attempt(ProbeKind.LIVENESS).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    assertThat(attempt(called("forecast-service-has-forecasts")).verdict())
        .isEqualTo(AttemptVerdict.FAILURE);
    assertThat(attempt(called("no such check")).verdict()).isEqualTo(AttemptVerdict.FAILURE);
    Files.move(elsewhere, forecasts);
    await(ProbeKind.READINESS, AttemptVerdict.SUCCESS);
    assertThat(attempt(called("forecast-service-has-forecasts")).verdict())
        .isEqualTo(AttemptVerdict.SUCCESS);
  }

  /**
   * Four clients, of whom two make a connection for each call, go on until readiness has failed and
   * for as long as endpoints may take to follow.
   */
  @Test
  void losesNoCallWhenItIsToldToEnd() throws Exception {
    await(ProbeKind.READINESS, AttemptVerdict.SUCCESS);
    Duration ready = Duration.ofNanos(System.nanoTime() - begun);
    ManagedChannel shared = channel();
    Iterator<HealthCheckResponse> watched =
        HealthGrpc.newBlockingStub(shared).watch(HealthCheckRequest.getDefaultInstance());
    assertThat(watched.next().getStatus()).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean once = i < 2;
      Thread client = new Thread(() -> send(once, shared));
      client.start();
      clients.add(client);
    }
    awaitAnswers(40);
    process.destroy();
    assertThat(watched.next().getStatus()).isEqualTo(HealthCheckResponse.ServingStatus.NOT_SERVING);
    await(ProbeKind.READINESS, AttemptVerdict.FAILURE);
    assertThat(attempt(ProbeKind.LIVENESS).verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    int before = answered.get();
    TimeUnit.SECONDS.sleep(1);
    sending.set(false);
    for (Thread client : clients) {
      client.join();
    }
    assertThat(answered.get()).isGreaterThan(before);
    assertThat(lost).hasValue(0);
    assertThat(endOf(watched).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    shared.shutdown();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(output).content().contains("stopped").doesNotContain("has not stopped in time");
    System.out.printf(
        "Step 3: green after %d ms, %d requests answered, %d lost.%n",
        ready.toMillis(), answered.get(), lost.get());
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

  private static Status endOf(Iterator<HealthCheckResponse> watched) {
    try {
      return Status.UNKNOWN.withDescription("still told: " + watched.next());
    } catch (StatusRuntimeException end) {
      return end.getStatus();
    }
  }

  private void send(boolean onceEach, ManagedChannel shared) {
    while (sending.get()) {
      ManagedChannel channel = onceEach ? channel() : shared;
      try {
        String forecast =
            ClientCalls.blockingUnaryCall(
                channel,
                ForecastService.FIND,
                CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS),
                "Paris");
        (forecast.equals("rain") ? answered : lost).incrementAndGet();
      } catch (StatusRuntimeException refused) {
        lost.incrementAndGet();
      } finally {
        if (onceEach) {
          channel.shutdownNow();
        }
      }
    }
  }

  private ManagedChannel channel() {
    return ManagedChannelBuilder.forAddress("localhost", port).usePlaintext().build();
  }

  private void awaitAnswers(int number) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (answered.get() < number) {
      assertThat(System.nanoTime()).as("calls are answered in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
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

  /** The probe's own call, but for the port. */
  private AttemptOutcome attempt(ProbeKind kind) throws IOException {
    Grpc grpc = (Grpc) probes().probe(kind).orElseThrow().handler().orElseThrow();
    return attempt(grpc.withPort(any -> Port.of(port)));
  }

  private Grpc called(String service) {
    return new Grpc(port, Optional.of(service), Optional.empty());
  }

  private static AttemptOutcome attempt(Handler handler) {
    return SingleAttempt.make(
        handler, Duration.ofSeconds(30), List.of(), LiveOptions.builder().build());
  }

  private static ProbeSet probes() throws IOException {
    return ProbeSetFiles.in(Path.of("target", "classes")).get(0).probes();
  }
}
