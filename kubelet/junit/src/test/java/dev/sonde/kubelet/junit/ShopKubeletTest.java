package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ContainerEvent;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application in a JVM of its own, with the probes that its class path holds. */
@Timeout(60)
@KubeletTest(
    application = Shop.class,
    arguments = {"23811", "drains"},
    jvmArguments = {"-XX:TieredStopAtLevel=1", "-Ddrain=300"},
    traffic = "http://localhost:23811/articles?page=2",
    timeFactor = 5)
class ShopKubeletTest {

  private static final int PORT = 23811;

  @BeforeEach
  void isReadySoon(Kubelet kubelet) {
    kubelet.becomesReadyWithin(Duration.ofSeconds(60));
  }

  @Test
  void isRestartedAndReadyAgainAfterAHang(Kubelet kubelet) throws Exception {
    kubelet.staysAliveFor(Duration.ofSeconds(4));

    Customer.get(PORT, "/admin/hang");

    kubelet.restartsWithin(Duration.ofSeconds(45)).becomesReadyWithin(Duration.ofSeconds(60));
    assertThat(kubelet.timeline())
        .contains("liveness failed (2/2): no answer within 1s", "container running (restart 1)");
  }

  @Test
  void losesNoTraffic(Kubelet kubelet) {
    kubelet.noTrafficLostDuringShutdown();

    assertThat(kubelet.events()).anyMatch(ContainerEvent.ContainerExited.class::isInstance);
    assertThat(kubelet.timeline()).doesNotContain("SIGKILL");
  }

  @Test
  void staysReadyWhileItIsAskedALot(Kubelet kubelet) throws Throwable {
    kubelet.staysReadyWhile(
        () -> {
          Duration until = kubelet.age().plusSeconds(4);
          while (kubelet.age().compareTo(until) < 0) {
            Customer.get(PORT, "/articles");
          }
        });
  }

  @Nested
  class WithoutRoomForMoreOrders {

    @Test
    void getsNoTrafficUntilThereIsRoomAgain(Kubelet kubelet) throws Exception {
      kubelet.staysReadyFor(Duration.ofSeconds(3));
      Customer.get(PORT, "/admin/unready");
      kubelet.becomesUnreadyWithin(Duration.ofSeconds(5));
      Customer.get(PORT, "/admin/ready");
      kubelet.becomesReadyWithin(Duration.ofSeconds(5));
    }
  }

  @Test
  @KubeletTest(
      application = Shop.class,
      arguments = {"23812", "well"},
      manifest = "src/test/resources/junit/two-containers.yaml",
      container = "shop",
      timeFactor = 5)
  void aMethodMayNameAnotherContainer(Kubelet kubelet) {
    kubelet.staysAliveFor(Duration.ofSeconds(5));
    assertThat(kubelet.ready()).isTrue();
  }
}
