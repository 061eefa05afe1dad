package dev.sonde.kubelet.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanoTimeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0s",
    "499999, 0.0s",
    "500000, 0.001s",
    "10000000, 0.01s",
    "100000000, 0.1s",
    "120000000, 0.12s",
    "999499999, 0.999s",
    "999500000, 1.0s",
    "31000000000, 31.0s",
    "31050000000, 31.05s",
    "3600000000001, 3600.0s",
    "9223372036854775807, 9223372036.855s"
  })
  void tellsSecondsToTheMillisecond(long nanos, String text) {
    assertThat(NanoTime.text(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "31000000000, 31", "250000000, 0.25", "1, 0.000000001", "100000000000, 100"})
  void tellsProgramsAllOfIt(long nanos, String text) {
    assertThat(NanoTime.exactSeconds(nanos).toPlainString()).isEqualTo(text);
  }
}
