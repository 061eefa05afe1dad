package dev.sonde.kubelet.internal.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GracePeriodTest {

  @ParameterizedTest(name = "override {0}, deletion {1}, probe {2}, pod {3}: {4}")
  @CsvSource({
    "1, 2, 3, 4, 1",
    "1, , , 4, 1",
    ", 2, 3, 4, 2",
    ", 2, , 4, 2",
    ", , 3, 4, 3",
    ", , , 4, 4",
    "0, 2, 3, 4, 0"
  })
  void theFirstThatIsThereCounts(Long override, Long deletion, Long probe, long pod, long counts) {
    assertThat(GracePeriod.seconds(of(override), of(deletion), of(probe), pod)).isEqualTo(counts);
  }

  private static OptionalLong of(Long seconds) {
    return seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds);
  }
}
