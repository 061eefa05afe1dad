package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.ForkedJvm;
import dev.sonde.runtime.testing.StopsAsDeclared;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ShutdownTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  @Test
  void isNotReadyAtOnceAndStopsOnlyAfterTheDrain() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(StopsAsDeclared.class, "-Dstop.millis=0")) {
      assertThat(jvm.status("/readyz")).isEqualTo(200);

      jvm.process().destroy();
      jvm.awaitStatus("/readyz", 503);
      assertThat(jvm.output()).as("draining").doesNotContain("stopping begins");
      assertThat(jvm.status("/livez")).isEqualTo(200);

      assertThat(jvm.process().waitFor(60, SECONDS)).isTrue();
      assertThat(jvm.output()).contains("application stopped").doesNotContain("has not stopped");
    }
  }

  @Test
  void endsWithoutAnApplicationThatTakesLongerThanDeclaredAndTellsWhereItHangs() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(StopsAsDeclared.class, "-Dstop.millis=3600000")) {
      assertThat(jvm.status("/readyz")).isEqualTo(200);

      jvm.process().destroy();

      assertThat(jvm.process().waitFor(60, SECONDS)).isTrue();
      assertThat(jvm.output())
          .containsOnlyOnce(
              "WARNING: \"orders\" has not stopped in time: it had 1 s to drain and 1 s to stop.")
          .contains("StopsAsDeclared.stop(")
          .doesNotContain("application stopped");
    }
  }

  @Test
  void tellsThatTheApplicationHasFailedToStop() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(StopsAsDeclared.class, "-Dstop.millis=-1")) {
      assertThat(jvm.status("/readyz")).isEqualTo(200);

      jvm.process().destroy();

      assertThat(jvm.process().waitFor(60, SECONDS)).isTrue();
      assertThat(jvm.output())
          .contains("WARNING: \"orders\" has failed to stop.")
          .contains("IllegalStateException: cannot stop");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5, 20,",
    "0, 20, INFO \"orders\" takes up to 0 s to drain and 20 s to stop",
    "10, 20, WARNING \"orders\" takes up to 10 s to drain and 20 s to stop",
  })
  void logsOtherTimesThanTheContainerWasDeclaredWith(int drain, int stop, String start)
      throws IOException {
    HealthServer server =
        HealthServer.builder(declared())
            .port(0)
            .shutdown(Duration.ofSeconds(drain), Duration.ofSeconds(stop))
            .start();
    server.close();

    List<String> lines = log.lines().stream().filter(line -> line.contains("takes")).toList();
    if (start == null) {
      assertThat(lines).isEmpty();
    } else {
      assertThat(lines)
          .singleElement()
          .asString()
          .startsWith(start)
          .contains("but its container was declared with 5 s to drain and 20 s to stop");
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, drain delay PT-1S is negative", "0, 0, time to stop PT0S is not more than 0"})
  void refusesTimesThatCannotBe(int drain, int stop, String message) {
    Duration drainTime = Duration.ofSeconds(drain);
    Duration stopTime = Duration.ofSeconds(stop);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HealthEndpoints.builder("orders", 8081).shutdown(drainTime, stopTime))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HealthServer.builder(declared()).shutdown(drainTime, stopTime))
        .withMessage(message);
  }

  private static HealthEndpoints declared() {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", Duration.ofSeconds(30), List.of())
        .shutdown(Duration.ofSeconds(5), Duration.ofSeconds(20))
        .build();
  }
}
