package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.ContainerEvent;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that serves users, in a JVM of its own. */
@Timeout(300)
class ShopKubeletTest {

  private static final ReservedPort PORT = new ReservedPort();
  private static final Duration LONG = Duration.ofMinutes(10);

  @RegisterExtension
  static final KubeletExtension KUBELET =
      Shop.extension(PORT, "drains")
          .traffic(PORT.url("/articles?page=2"))
          .endpointDelay(Duration.ofSeconds(10))
          .terminationGracePeriodSeconds(300)
          .build();

  @BeforeEach
  void isReadySoon(Kubelet kubelet) {
    kubelet.becomesReadyWithin(LONG);
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
          Duration until = kubelet.age().plusSeconds(25);
          while (kubelet.age().compareTo(until) < 0) {
            Customer.get(PORT, "/articles");
          }
        });
  }
}
