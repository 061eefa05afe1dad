package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.event.PodEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShutdownWindowTest {

  private static final ShutdownWindow WINDOW =
      ShutdownWindow.of(new PodEvent.PodDeleted(1_000, 30), Duration.ofNanos(100));

  @Test
  void trafficArrivesUntilItEnds() {
    assertThat(WINDOW.isOpenAt(0)).isTrue();
    assertThat(WINDOW.isOpenAt(1_000)).isTrue();
    assertThat(WINDOW.isOpenAt(1_099)).isTrue();
    assertThat(WINDOW.isOpenAt(1_100)).isFalse();
  }

  @Test
  void onlyARequestOfItsSecondHalfSeesTheEnd() {
    assertThat(WINDOW.isSeenBy(Long.MIN_VALUE)).isFalse();
    assertThat(WINDOW.isSeenBy(999)).isFalse();
    assertThat(WINDOW.isSeenBy(1_049)).isFalse();
    assertThat(WINDOW.isSeenBy(1_050)).isTrue();
  }

  @Test
  void whoComesLateComesBeforeItsEnd() {
    assertThat(WINDOW.isOpenAt(WINDOW.late())).isTrue();
    assertThat(WINDOW.isSeenBy(WINDOW.late())).isTrue();
  }
}
