package dev.sonde.kubelet.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.input.ContainerChoice;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.measured.MeasurementReader;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.model.ProbeKind;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really started. */
class MeasureRunnerTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private int port;

  @Test
  void writesWhatItMeasured() throws IOException {
    assertThat(measure(1, "20s", "")).as(printed.toString(UTF_8)).isZero();
    MeasuredSeries series = read();
    assertThat(series.runs().complete()).isOne();
    assertThat(series.limits().cpuMillis()).hasValue(900);
    assertThat(series.limits().memoryMebibytes()).hasValue(256);
    assertThat(series.workload().name()).contains("orders");
    assertThat(series.subject()).isPresent();
    assertThat(series.machine().java()).contains(System.getProperty("java.version"));
    MeasuredProbe readiness = series.probe(ProbeKind.READINESS).orElseThrow();
    assertThat(readiness.firstSuccess().size()).isOne();
    assertThat(readiness.in(AnswerPhase.FIRST_TEN_SECONDS).latency().size()).isGreaterThan(10);
    assertThat(readiness.in(AnswerPhase.AT_REST).attempts()).isPositive();
    assertThat(readiness.in(AnswerPhase.UNDER_LOAD).attempts()).isPositive();
    assertThat(series.stop().underLoad().size()).isOne();
    assertThat(series.cpuTime().size()).isOne();
    assertThat(series.load().orElseThrow().url()).doesNotContain("secret");
    assertThat(printed.toString(UTF_8))
        .contains("run 1 of 1: readiness ", "1 start: with 95 % confidence");
  }

  @Test
  void killsWhatDoesNotStopAndWhatItStarted() throws IOException {
    assertThat(measure(1, "20s", "stubborn", "forks")).isEqualTo(MeasureRunner.FLAWED);
    assertThat(read().runs()).isEqualTo(new MeasuredRuns(0, 1, 0, 0, read().runs().disturbed()));
    assertThat(printed.toString(UTF_8))
        .contains("it did not end within 1 s after SIGTERM and was killed.");
    assertThat(ProcessHandle.current().descendants()).noneMatch(MeasureRunnerTest::isOurs);
  }

  private static boolean isOurs(ProcessHandle process) {
    String line = process.info().commandLine().orElse("");
    return line.contains("sleep 1000") || line.contains(ProbedMain.class.getName());
  }

  @Test
  void tellsWhatWasPrintedWhereItExits() throws IOException {
    assertThat(measure(9, "20s", "exits")).isEqualTo(MeasureRunner.FLAWED);
    assertThat(printed.toString(UTF_8))
        .contains(
            "run 1 of 9: it ended with 3 before its probes had succeeded. It printed last:",
            "no database",
            "2 starts of 2 failed; there will be no other.",
            "No start succeeded, so nothing was written.");
    assertThat(measured()).doesNotExist();
  }

  @Test
  void tellsWhyAProbeNeverSucceeded() throws IOException {
    assertThat(measure(9, "2s", "unready")).isEqualTo(MeasureRunner.FLAWED);
    assertThat(printed.toString(UTF_8))
        .contains("within 2 s the readiness probe did not succeed (HTTP status 503).");
    assertThat(ProcessHandle.current().descendants()).noneMatch(MeasureRunnerTest::isOurs);
  }

  @Test
  void refusesAPortThatSomebodyHas() throws IOException {
    ProbedContainer found = found();
    try (ServerSocket taken = new ServerSocket(port, 9, InetAddress.getLoopbackAddress())) {
      assertThat(run(found, options(found, 1, "5s"))).isEqualTo(MeasureRunner.IMPOSSIBLE);
      assertThat(printed.toString(UTF_8))
          .contains("port " + taken.getLocalPort() + " is in use already");
    }
  }

  @Test
  void refusesAProgramThatIsNotThere() throws IOException {
    ProbedContainer found = found();
    assertThat(run(found, options(found, List.of("/no/such/program"), 1, "5s")))
        .isEqualTo(MeasureRunner.IMPOSSIBLE);
    assertThat(printed.toString(UTF_8)).contains("/no/such/program");
  }

  @Test
  void waitsForAnotherMeasurementAndKeepsWhatThereIsOnCtrlC() throws Exception {
    ProbedContainer found = found();
    CountDownLatch firstRun = new CountDownLatch(1);
    CompletableFuture<Boolean> began = new CompletableFuture<>();
    MeasureSession first =
        session(
            options(found, 500, "20s"),
            line -> {
              began.complete(true);
              if (line.startsWith("run 1 ")) {
                firstRun.countDown();
              }
            });
    CompletableFuture<Optional<MeasuredSeries>> running = run(first);
    began.join();
    CompletableFuture<String> wait = new CompletableFuture<>();
    MeasureSession second = session(options(found, 1, "20s"), wait::complete);
    CompletableFuture<Optional<MeasuredSeries>> waiting = run(second);
    assertThat(wait.join())
        .isEqualTo(
            "Another measurement is running on this machine. Waiting for it to end, at most"
                + " 300 s.");
    firstRun.await();
    assertThat(waiting).isNotDone();
    first.interrupt();
    assertThat(running.join().orElseThrow().runs().complete()).isOne();
    assertThat(waiting.join().orElseThrow().runs().complete()).isOne();
    assertThat(ProcessHandle.current().descendants()).noneMatch(MeasureRunnerTest::isOurs);
  }

  private MeasureSession session(MeasureOptions options, Consumer<String> progress)
      throws IOException {
    return new MeasureSession(found(port), options, measured(), folder, progress);
  }

  private static CompletableFuture<Optional<MeasuredSeries>> run(MeasureSession session) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return session.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> new Thread(task).start());
  }

  @Test
  void doesNotBeginWhereTheFileWasEditedByHand() throws IOException {
    Files.writeString(measured(), "apiVersion: sonde.dev/v1\nkind: Measurement\nseries: 3\n");
    assertThatThrownBy(() -> measure(1, "5s", ""))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("3:9: [wrong-type]");
  }

  @Test
  void looksAtAProcessThatRunsAlreadyAndWaitsForItsLastAnswers() throws Exception {
    ProbedContainer found = found();
    Process process = new ProcessBuilder(command("slow")).inheritIO().start();
    try {
      MeasureOptions options =
          new MeasureOptions(
              List.of(),
              Optional.of(process.pid()),
              1,
              OptionalInt.empty(),
              OptionalInt.empty(),
              Optional.empty(),
              "127.0.0.1",
              Optional.empty(),
              1,
              Duration.ofMillis(50),
              Duration.ofSeconds(5),
              Duration.ofSeconds(3),
              Duration.ofMinutes(1),
              Optional.empty(),
              false);
      awaitPort(process);
      assertThat(run(found, options)).as(printed.toString(UTF_8)).isEqualTo(MeasureRunner.COMPLETE);
      assertThat(read().probe(ProbeKind.READINESS).orElseThrow().firstSuccess().isEmpty()).isTrue();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** A process that runs already has its port, however long the machine took to start it. */
  private void awaitPort(Process process) throws Exception {
    while (true) {
      assertThat(process.isAlive()).isTrue();
      try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(connected.isConnected()).isTrue();
        return;
      } catch (ConnectException notYet) {
        Thread.sleep(20);
      }
    }
  }

  private int measure(int runs, String startWithin, String... habits) throws IOException {
    ProbedContainer found = found();
    return run(found, options(found, runs, startWithin, habits));
  }

  private int run(ProbedContainer found, MeasureOptions options) throws IOException {
    PrintStream out = new PrintStream(printed, true, UTF_8);
    return new MeasureRunner(out, out, folder).run(found, options, measured());
  }

  private Path measured() {
    return folder.resolve("sonde-measured.yaml");
  }

  private MeasuredSeries read() throws IOException {
    return MeasurementReader.read(measured()).series().get(0);
  }

  private MeasureOptions options(
      ProbedContainer found, int runs, String startWithin, String... habits) {
    return options(found, command(habits), runs, startWithin);
  }

  private MeasureOptions options(
      ProbedContainer found, List<String> command, int runs, String startWithin) {
    return new MeasureOptions(
        command,
        Optional.empty(),
        runs,
        MeasureWords.cpu(Optional.empty(), found),
        MeasureWords.memory(Optional.empty(), found),
        Optional.empty(),
        "127.0.0.1",
        Optional.of(RequestUrl.parse("http://127.0.0.1:" + port + "/?secret=1")),
        2,
        Duration.ofMillis(100),
        MeasureWords.duration("--start-within", startWithin),
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        CommandSubject.of(command),
        false);
  }

  private List<String> command(String... habits) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classes()));
    words.addAll(List.of(ProbedMain.class.getName(), String.valueOf(port)));
    words.addAll(List.of(habits));
    return words;
  }

  /** The folder that the test's classes lie in. */
  private static String classes() {
    String name = ProbedMain.class.getName().replace('.', '/') + ".class";
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
        .filter(place -> Files.exists(Path.of(place, name)))
        .findFirst()
        .orElseThrow();
  }

  private ProbedContainer found() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    return found(port);
  }

  private ProbedContainer found(int port) throws IOException {
    Path manifest = folder.resolve("deployment.yaml");
    Files.writeString(
        manifest,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders}
        spec:
          selector: {matchLabels: {app: orders}}
          template:
            metadata: {labels: {app: orders}}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
                - name: orders
                  image: orders:1
                  resources: {limits: {cpu: 900m, memory: 256Mi}}
                  readinessProbe: {httpGet: {port: %d}}
        """
            .formatted(port));
    return ContainerSource.read(
        manifest, new ContainerChoice(Optional.empty(), Optional.empty(), "--%s NAME"));
  }
}
