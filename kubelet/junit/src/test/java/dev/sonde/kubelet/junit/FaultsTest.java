package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sonde.kubelet.internal.process.DutyCycle;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Faults that are on, and what a kubelet makes of them. Ten seconds pass in one. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static ProbeSet patient(ReservedPort port) {
    return Shop.probes(port)
        .with(ProbeKind.LIVENESS, Shop.asks(port, "/livez").failureThreshold(50).build());
  }

  /** Its probes have 10 s to answer, and fail the second time: 20 s of a stall are too long. */
  static final class Stalls {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void shorterThanItsProbesAllow(Kubelet kubelet) {
      kubelet
          .awaitReady()
          .survivesStall(Duration.ofSeconds(14))
          .staysAliveFor(Duration.ofSeconds(5));
    }
  }

  @Test
  void aStallThatItsProbesAllowIsSurvived() {
    Tests.pass(1, Stalls.class);
  }

  static final class LeavesTraffic {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well").probes(patient(PORT)).build();

    @Test
    void test(Kubelet kubelet) {
      Fault stall = kubelet.awaitReady().stall();
      try (stall) {
        kubelet.leavesTrafficWithin(Duration.ofSeconds(60));
      }
      kubelet.becomesReadyWithin(LONG);
    }
  }

  @Test
  void aStallTakesItsPodOutOfTraffic() {
    Tests.pass(1, LeavesTraffic.class);
  }

  static final class StallsTooLong {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().survivesStall(Duration.ofSeconds(30));
    }
  }

  @Test
  void aStallThatIsTooLongIsToldWithTheProbeTheNumbersAndTheRemedy() {
    assertThat(Tests.timeless(Tests.failure(StallsTooLong.class)))
        .startsWith(
            "The container does not survive a stall of 30s (from t=#s to t=#s): restart decided:"
                + " liveness probe failed, 30s to stop at t=#s. The liveness probe failed 2 times"
                + " in a row, with failureThreshold = 2, periodSeconds = 1 and timeoutSeconds = 10."
                + " failureThreshold = 4 would survive it. Now is t=#s.\nTimeline");
  }

  static final class StaysInTraffic {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void test(Kubelet kubelet) {
      Fault stall = kubelet.awaitReady().stall();
      try (stall) {
        kubelet.leavesTrafficWithin(Duration.ofSeconds(15));
      }
    }
  }

  @Test
  void trafficThatStaysIsToldWithTheNumbersAndTheRemedy() {
    assertThat(Tests.timeless(Tests.failure(StaysInTraffic.class)))
        .startsWith(
            "Traffic did not leave the pod within 15s: readiness failed 1 of 2 times. With"
                + " failureThreshold = 2, periodSeconds = 1 and timeoutSeconds = 10, it takes"
                + " longer; failureThreshold = 1 would do. Now is t=#s.");
  }

  static final class DatabaseFallsSilent {
    private static final ReservedPort PORT = new ReservedPort();
    private static final EchoServer REAL = new EchoServer();
    private static final FaultyServer DATABASE =
        FaultyServer.inFrontOf("localhost", REAL.port(), 0);

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "asks")
            .arguments(String.valueOf(PORT.number()), "asks", String.valueOf(DATABASE.port()))
            .probes(
                Shop.probes(PORT)
                    .with(
                        ProbeKind.READINESS,
                        Shop.asks(PORT, "/database").failureThreshold(2).build()))
            .build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
      Fault silence = kubelet.silence(DATABASE);
      try (silence) {
        kubelet.leavesTrafficWithin(Duration.ofSeconds(60)).staysAliveFor(Duration.ofSeconds(5));
      }
      kubelet.becomesReadyWithin(LONG);
      assertThat(DATABASE.connections()).isPositive();
    }
  }

  @Test
  void aDatabaseThatFallsSilentTakesThePodOutOfTraffic() {
    Tests.pass(1, DatabaseFallsSilent.class);
  }

  static final class LivenessAsksTheDatabase {
    private static final ReservedPort PORT = new ReservedPort();
    private static final EchoServer REAL = new EchoServer();
    private static final FaultyServer DATABASE =
        FaultyServer.inFrontOf("localhost", REAL.port(), 0);

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "asks")
            .arguments(String.valueOf(PORT.number()), "asks", String.valueOf(DATABASE.port()))
            .probes(
                Shop.probes(PORT)
                    .with(
                        ProbeKind.LIVENESS,
                        Shop.asks(PORT, "/database").failureThreshold(1).build()))
            .build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
      Fault silence = kubelet.silence(DATABASE);
      try (silence) {
        kubelet.leavesTrafficWithin(Duration.ofSeconds(60));
      }
    }

    @Test
    void asksTheWrongThing(Kubelet kubelet) {
      kubelet.awaitReady().leavesTrafficWithin(Duration.ofSeconds(5));
    }
  }

  @Test
  void aRestartIsNotTakenForLeavingTrafficNorIsAProbeThatDoesNotLook() {
    assertThat(Tests.failures(LivenessAsksTheDatabase.class))
        .extracting(failure -> Tests.timeless(failure).lines().findFirst().orElseThrow())
        .containsExactlyInAnyOrder(
            "The pod did not leave traffic by its readiness probe: restart decided: liveness probe"
                + " failed, 30s to stop at t=#s came first. Now is t=#s.",
            "Traffic did not leave the pod within 5s: readiness succeeded at its last try. What it"
                + " asks does not notice this fault. Now is t=#s.");
  }

  static final class ToleratesMuch {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well")
            .probes(
                Shop.probes(PORT)
                    .with(
                        ProbeKind.LIVENESS, Shop.asks(PORT, "/livez").failureThreshold(50).build()))
            .build();

    @Test
    void test(Kubelet kubelet) {
      Fault stall = kubelet.awaitReady().stall();
      try (stall) {
        kubelet.restartsWithin(Duration.ofSeconds(16));
      }
    }
  }

  @Test
  void aRestartThatDoesNotComeIsToldWithTheThresholdThatWouldHaveDecidedIt() {
    assertThat(Tests.timeless(Tests.failure(ToleratesMuch.class)))
        .matches(
            "(?s)The container was not restarted within 16s\\. Its liveness probe, with"
                + " failureThreshold = 50, periodSeconds = 1 and timeoutSeconds = 10, had failed"
                + " (once; failureThreshold = 1|(\\d+) times in a row; failureThreshold = \\2)"
                + " would have decided it at t=#s\\..*");
  }

  static final class Throttled {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "busy").build();

    @Test
    void test(Kubelet kubelet) throws Exception {
      kubelet.awaitReady();
      ProcessHandle shop = ProcessHandle.of(Long.parseLong(Customer.get(PORT, "/"))).orElseThrow();
      Fault throttle = kubelet.throttleCpu(100);
      try (throttle) {
        long start = System.nanoTime();
        Duration before = shop.info().totalCpuDuration().orElseThrow();
        TimeUnit.SECONDS.sleep(3);
        Duration used = shop.info().totalCpuDuration().orElseThrow().minus(before);
        double cores = (double) used.toNanos() / (System.nanoTime() - start);
        assertThat(cores).isBetween(0.02, 0.15);
      }
      kubelet.becomesReadyWithin(LONG);
    }
  }

  @Test
  void aThrottledApplicationGetsNoMoreThanItsLimit() {
    assumeTrue(DutyCycle.isPossible());
    Tests.pass(1, Throttled.class);
  }

  static final class LeavesItOn {
    private static final ReservedPort PORT = new ReservedPort();
    private static volatile long pid;

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void test(Kubelet kubelet) throws Exception {
      kubelet.awaitReady();
      pid = Long.parseLong(Customer.get(PORT, "/"));
      kubelet.stall();
    }
  }

  @Test
  void aFaultThatIsStillOnIsUndoneWithTheTest() {
    Tests.pass(1, LeavesItOn.class);
    assertThat(ProcessHandle.of(LeavesItOn.pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  static final class TwoAtOnce {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
      Fault stall = kubelet.stall();
      assertThatThrownBy(() -> kubelet.throttleCpu(100))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The application's CPU is held back already. Close that fault first.");
      stall.close();
      stall.close();
      assertThatThrownBy(() -> kubelet.throttleCpu(0))
          .hasMessage("millicores = 0 is below 1. Give 1 or more; 1000 are one core.");
      kubelet.throttleCpu(500).close();
      kubelet.staysReadyFor(Duration.ofSeconds(5));
    }
  }

  @Test
  void twoFaultsThatWouldUndoEachOtherAreRefused() {
    Tests.pass(1, TwoAtOnce.class);
  }

  static final class Exited {
    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(new ReservedPort(), "exits").restartPolicy("Never").build();

    @Test
    void test(Kubelet kubelet) {
      assertThatThrownBy(kubelet::awaitReady).isInstanceOf(AssertionError.class);
      kubelet.stall();
    }
  }

  static final class InsideThisJvm {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder()
            .probes(Shop.probes(PORT))
            .application(() -> Shop.start(PORT.number()))
            .timeFactor(10)
            .build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().survivesStall(Duration.ofSeconds(1));
    }
  }

  static final class WithoutApplication {
    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder().probes(Shop.probes(new ReservedPort())).timeFactor(10).build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.throttleCpu(100);
    }
  }

  @Test
  void whatCannotHaveAFaultIsTold() {
    assertThat(Tests.timeless(Tests.failure(Exited.class)))
        .isEqualTo("No application is left to be stalled: it ended at t=#s with exit code 3.");
    assertThat(Tests.failure(InsideThisJvm.class))
        .hasMessage(
            "The application runs inside this JVM, and would be stalled together with the test."
                + " Give its class: application = NAME.class runs it in a JVM of its own.");
    assertThat(Tests.failure(WithoutApplication.class))
        .hasMessage(
            "The test starts no application that could be throttled. Give one: application ="
                + " NAME.class.");
  }

  static final class TooFast {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well")
            .probes(
                Shop.probes(PORT)
                    .with(
                        ProbeKind.LIVENESS,
                        Shop.asks(PORT, "/livez").timeoutSeconds(1).failureThreshold(3).build()))
            .build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().survivesStall(Duration.ofSeconds(8));
    }
  }

  @Test
  void timeThatIsTooCompressedToJudgeAStallIsRefused() {
    assertThat(Tests.failure(TooFast.class))
        .hasMessage(
            "At timeFactor = 10.0 a try hangs for 5s of the manifest's seconds, not for its"
                + " timeoutSeconds = 1, so nobody can tell here whether a stall of 8s is survived."
                + " Give a timeFactor of 2.0 or less.");
  }
}
