package dev.sonde.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShutdownTimingTest {

  /** 10 s at most: a drain is paid at every deletion, too. */
  @ParameterizedTest
  @CsvSource({"2,2,6,6", "4,2,10,10", "1,8,10,10", "3,3,11,0", "1,1,3,3", "3,10,32,0"})
  void drainsForAsLongAsReadinessNeedsToFailIfThatIsShort(
      int failureThreshold, int period, int needed, int byDefault) {
    Probe readiness =
        Probe.builder().periodSeconds(period).failureThreshold(failureThreshold).build();
    assertThat(ShutdownTiming.drainSecondsFor(readiness)).isEqualTo(needed);
    assertThat(ShutdownTiming.defaultDrainSeconds(Optional.of(readiness))).isEqualTo(byDefault);
    assertThat(ShutdownTiming.defaultDrainSeconds(Optional.empty())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 6",
    "5, 0, 20, 30",
    "5, 10, 20, 40",
    "2147483647, 2147483647, 2147483647, 6442450946"
  })
  void theGracePeriodCoversAllThatHappens(int preStop, int drain, int stop, long gracePeriod) {
    assertThat(
            new ShutdownTiming(preStop, drain, stop).termination().terminationGracePeriodSeconds())
        .hasValue(gracePeriod);
  }

  @Test
  void noTimeBeforeSigtermIsNoHook() {
    assertThat(new ShutdownTiming(0, 5, 20).termination().preStop()).isEmpty();
    assertThat(new ShutdownTiming(1, 0, 20).termination().preStop())
        .contains(LifecycleHook.of(new Sleep(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1, preStopSeconds = -1 must be at least 0.",
    "0, -1, 1, drainSeconds = -1 must be at least 0.",
    "0, 0, 0, stopSeconds = 0 must be at least 1."
  })
  void refusesTimesThatCannotBe(int preStop, int drain, int stop, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShutdownTiming(preStop, drain, stop))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 60, true, 30",
    "30, 60, false, 60",
    "30, 10, false, 30",
    "30, , false, 30",
    ", 60, true, ",
    ", 60, false, "
  })
  void aContainerAloneInItsPodDecidesAndOthersKeepTheirTime(
      Long declared, Long present, boolean alone, Long expected) {
    TerminationTiming termination =
        declared == null
            ? TerminationTiming.DEFAULT
            : TerminationTiming.DEFAULT.withTerminationGracePeriodSeconds(declared);
    assertThat(termination.gracePeriodIn(optional(present), alone)).isEqualTo(optional(expected));
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
