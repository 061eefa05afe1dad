package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application in a JVM of its own, with the probes that its class path holds. */
@Timeout(300)
@KubeletTest(
    application = Stall.class,
    arguments = "target/stall",
    environment = "STALL=target/stall",
    jvmArguments = "-XX:TieredStopAtLevel=1",
    timeFactor = 5)
class StallKubeletTest {

  private static final Path FOLDER = Path.of("target/stall");
  private static final Duration LONG = Duration.ofMinutes(10);

  @BeforeEach
  void isReadySoon(Kubelet kubelet) {
    kubelet.becomesReadyWithin(LONG);
  }

  /** A killed application leaves it behind, and the next one would be ready before it runs. */
  @AfterEach
  void isClosed() throws IOException {
    Files.deleteIfExists(FOLDER.resolve("open"));
  }

  @Test
  void isRestartedAndReadyAgainAfterAHang(Kubelet kubelet) throws Exception {
    kubelet.staysAliveFor(Duration.ofSeconds(4));

    Files.writeString(FOLDER.resolve("hangs"), "");

    kubelet.restartsWithin(LONG).becomesReadyWithin(LONG);
    assertThat(kubelet.timeline())
        .containsPattern("liveness failed \\(2/2\\): no (exit|answer) within 5s")
        .contains("container running (restart 1)");
  }

  @Test
  void staysReadyWhileItIsLookedAt(Kubelet kubelet) throws Throwable {
    kubelet.staysReadyWhile(() -> awaitReadinessTries(kubelet, 3));
  }

  private static void awaitReadinessTries(Kubelet kubelet, long more) throws InterruptedException {
    long before = readinessTries(kubelet);
    while (readinessTries(kubelet) < before + more) {
      Thread.sleep(20);
    }
  }

  private static long readinessTries(Kubelet kubelet) {
    return kubelet.events().stream()
        .filter(event -> event instanceof ProbeEvent.ProbeTried t && isReadiness(t))
        .count();
  }

  private static boolean isReadiness(ProbeEvent.ProbeTried tried) {
    return tried.probe() == ProbeKind.READINESS;
  }

  @Nested
  class WithoutRoomForMoreOrders {

    @Test
    void getsNoTrafficUntilThereIsRoomAgain(Kubelet kubelet) throws IOException {
      kubelet.staysReadyFor(Duration.ofSeconds(30));
      Files.writeString(FOLDER.resolve("full"), "");
      kubelet.becomesUnreadyWithin(LONG);
      Files.delete(FOLDER.resolve("full"));
      kubelet.becomesReadyWithin(LONG);
    }
  }

  @Test
  @KubeletTest(
      application = Stall.class,
      arguments = "target/other-stall",
      environment = "STALL=target/other-stall",
      manifest = "src/test/resources/junit/two-containers.yaml",
      container = "shop",
      timeFactor = 5)
  void aMethodMayNameAnotherContainer(Kubelet kubelet) {
    kubelet.staysAliveFor(Duration.ofSeconds(5));
    assertThat(kubelet.ready()).isTrue();
  }
}
