package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HeartbeatFileTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  @TempDir Path folder;

  private final AtomicBoolean well = new AtomicBoolean(true);
  private final AtomicInteger asked = new AtomicInteger();
  private final HealthEndpoints endpoints =
      HealthEndpoints.builder("worker", 8081)
          .liveness("/livez", Duration.ofSeconds(30), List.of(Check.bool("loop", this::loops)))
          .build();

  private boolean loops() {
    asked.incrementAndGet();
    return well.get();
  }

  private HeartbeatFile start(Path file) {
    return HeartbeatFile.start(endpoints, EndpointKind.LIVENESS, file, Duration.ofSeconds(1));
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return process.exitValue();
  }

  private static void awaitExit(List<String> command, int wanted) throws Exception {
    int exit = run(command);
    for (int i = 0; i < 300 && exit != wanted; i++) {
      Thread.sleep(50);
      exit = run(command);
    }
    assertThat(exit).as(String.join(" ", command)).isEqualTo(wanted);
  }

  private static List<String> javaCommand(String target) {
    String classes = location(Health.class) + ":" + location(HealthEndpoints.class);
    List<String> command = new ArrayList<>(HeartbeatFile.javaCommand(target, classes));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return command;
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @Test
  void bothCommandsFollowTheChecks() throws Exception {
    Path file = folder.resolve("it's live");
    List<String> shell = HeartbeatFile.shellCommand(file.toString());
    List<String> java = javaCommand(file.toString());
    assertThat(run(shell)).isNotZero();
    assertThat(run(java)).isEqualTo(1);

    HeartbeatFile heartbeat = start(file);
    try (heartbeat) {
      awaitExit(shell, 0);
      awaitExit(java, 0);
      well.set(false);
      awaitExit(shell, 1);
      awaitExit(java, 1);
      well.set(true);
      awaitExit(shell, 0);
    }

    assertThat(run(shell)).isNotZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void aContainerHasAFileForEachOfItsProbes() throws Exception {
    HealthEndpoints two =
        HealthEndpoints.builder("worker")
            .liveness("/livez", Duration.ofSeconds(30), List.of(Check.bool("loop", () -> true)))
            .readiness("/readyz", Duration.ofSeconds(30), List.of(Check.bool("room", well::get)))
            .build();
    Files.createDirectory(folder.resolve("tmp"));
    List<String> live = HeartbeatFile.shellCommand(folder.resolve("tmp/live").toString());
    List<String> ready = HeartbeatFile.shellCommand(folder.resolve("tmp/ready").toString());
    Heartbeats heartbeats =
        Heartbeats.builder(two)
            .file(EndpointKind.LIVENESS, Path.of("/tmp/live"), Duration.ofSeconds(1))
            .file(EndpointKind.READINESS, Path.of("/tmp/ready"), Duration.ofSeconds(1))
            .under(folder)
            .start();
    try (heartbeats) {
      awaitExit(live, 0);
      awaitExit(ready, 0);
      well.set(false);
      awaitExit(ready, 1);
      well.set(true);
      awaitExit(ready, 0);
      two.stopping();
      awaitExit(ready, 1);
      assertThat(run(live)).isZero();
    }
    assertThat(run(live)).isNotZero();
    assertThat(log.lines())
        .contains(
            "INFO The heartbeat files of \"worker\" are written below "
                + folder
                + ", where its probes do not look.");
  }

  @Test
  void aHeartbeatThatIsNoLongerWrittenFailsByItself() throws Exception {
    Path file = folder.resolve("live");
    List<String> shell = HeartbeatFile.shellCommand(file.toString());
    long now = Instant.now().getEpochSecond();

    Files.writeString(file, now + 600 + "\n");
    assertThat(run(shell)).isZero();
    Files.writeString(file, now + "\n");
    assertThat(run(shell)).isEqualTo(1);
  }

  @Test
  void isNeverSeenHalfWritten() throws Exception {
    Path file = folder.resolve("live");
    HeartbeatFile heartbeat = start(file);
    try (heartbeat) {
      awaitExit(HeartbeatFile.shellCommand(file.toString()), 0);
      assertThat(Files.readString(file)).matches("\\d{10,}\n");
      assertThat(folder.resolve("live.new")).doesNotExist();
    }
  }

  @Test
  void logsOnceThatItCannotWrite() throws Exception {
    HeartbeatFile heartbeat = start(folder.resolve("no/such/folder"));
    try (heartbeat) {
      assertThat(Eventually.awaitAnswer(true, () -> asked.get() > 2)).isTrue();
    }

    assertThat(log.lines())
        .containsExactly(
            "WARNING Cannot write the heartbeat file " + folder.resolve("no/such/folder"));
  }

  @Test
  void isRemovedAlsoByAThreadThatIsInterrupted() throws Exception {
    Path file = folder.resolve("live");
    HeartbeatFile heartbeat = start(file);
    awaitExit(HeartbeatFile.shellCommand(file.toString()), 0);

    Thread.currentThread().interrupt();
    heartbeat.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder).isEmptyDirectory();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void isNotEndedByAnInterruptOfOthers() throws Exception {
    Path file = folder.resolve("live");
    HeartbeatFile heartbeat = start(file);
    try (heartbeat) {
      awaitExit(HeartbeatFile.shellCommand(file.toString()), 0);
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("sonde-heartbeat-file"))
          .forEach(Thread::interrupt);
      well.set(false);
      assertThat(Eventually.awaitAnswer("0\n", () -> Files.readString(file))).isEqualTo("0\n");
    }
  }

  @Test
  void theProbeCommandAsksHttpToo() throws Exception {
    try (HealthServer server = HealthServer.start(endpoints, 0)) {
      String address = "http://127.0.0.1:" + server.port();

      assertThat(run(javaCommand(address + "/livez?verbose"))).isZero();
      assertThat(run(javaCommand(address + "/nothing"))).isEqualTo(1);
      well.set(false);
      assertThat(run(javaCommand(address + "/livez"))).isEqualTo(1);
    }
    assertThat(run(javaCommand("http://127.0.0.1:1/livez"))).isEqualTo(1);
  }

  @Test
  void refusesAPeriodOfLessThanASecond() {
    assertThatThrownBy(
            () ->
                HeartbeatFile.start(
                    endpoints, EndpointKind.LIVENESS, folder, Duration.ofMillis(999)))
        .hasMessage("period PT0.999S is shorter than 1 s");
  }
}
