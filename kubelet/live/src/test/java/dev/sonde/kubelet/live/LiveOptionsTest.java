package dev.sonde.kubelet.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiveOptionsTest {

  private static final Duration NEGATIVE = Duration.ofSeconds(-5);

  private static Arguments mistake(UnaryOperator<LiveOptions.Builder> set, String message) {
    return arguments(set, message);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            options -> options.terminationGracePeriodSeconds(-5),
            "terminationGracePeriodSeconds = -5 is negative. Give 0 or more."),
        mistake(
            options -> options.maxDuration(NEGATIVE),
            "maxDuration = PT-5S is negative. Give 0 or more."),
        mistake(
            options -> options.endpointDelay(NEGATIVE),
            "endpointDelay = PT-5S is negative. Give 0 or more."),
        mistake(
            options -> options.leastTimeout(NEGATIVE),
            "leastTimeout = PT-5S is negative. Give 0 or more."),
        mistake(options -> options.timeFactor(-1), "timeFactor = -1.0 is not a number above 0."),
        mistake(options -> options.timeFactor(0), "timeFactor = 0.0 is not a number above 0."),
        mistake(
            options -> options.timeFactor(Double.NaN), "timeFactor = NaN is not a number above 0."),
        mistake(
            options -> options.timeFactor(Double.POSITIVE_INFINITY),
            "timeFactor = Infinity is not a number above 0."),
        mistake(
            options -> options.command(List.of("sleep", "1")).application(() -> () -> {}),
            "There is an application inside this JVM and a command [sleep, 1]. Give one."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void whatMakesNoSenseIsRefused(UnaryOperator<LiveOptions.Builder> set, String message) {
    LiveOptions.Builder options = set.apply(LiveOptions.builder());
    assertThatIllegalArgumentException().isThrownBy(options::build).withMessage(message);
  }

  @Test
  void theLeastValuesAreTaken() {
    LiveOptions options =
        LiveOptions.builder()
            .terminationGracePeriodSeconds(0)
            .maxDuration(Duration.ZERO)
            .endpointDelay(Duration.ZERO)
            .leastTimeout(Duration.ZERO)
            .timeFactor(Double.MIN_VALUE)
            .build();
    assertThat(options.terminationGracePeriodSeconds()).isZero();
    assertThat(options.timeFactor()).isEqualTo(Double.MIN_VALUE);
  }
}
