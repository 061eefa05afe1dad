package dev.sonde.runtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Answers are used again by what {@link AnswerRequest#tellsTheSameOf} says, so it must never be
 * wrong.
 */
class AnswerRequestTest {

  private static final Health[] FINDINGS = {Health.up(), Health.degraded(), Health.down()};

  private final Random random = new Random(1);

  private ProbeReport report() {
    List<CheckReport> checks = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      checks.add(
          new CheckReport(
              random.nextInt(4) == 0 ? "other" : "check",
              FINDINGS[random.nextInt(4) % 3].with("rows", random.nextInt(2)),
              random.nextInt(4) > 0,
              random.nextBoolean() ? Optional.empty() : Optional.of(new Exception("no")),
              Duration.ofMillis(random.nextInt(2)),
              Duration.ofMillis(random.nextInt(2))));
    }
    Instant time = Instant.ofEpochSecond(random.nextInt(2));
    return new ProbeReport(EndpointKind.READINESS, checks, time);
  }

  @Test
  void reportsOfWhichTheSameIsToldAreWrittenAlikeInEveryFormat() {
    int same = 0;
    for (int i = 0; i < 20_000; i++) {
      ProbeReport one = report();
      ProbeReport other = report();
      for (Detail detail : Detail.values()) {
        AnswerRequest wish =
            new AnswerRequest("readyz", detail, random.nextBoolean(), List.of("x"), List.of("y"));
        if (wish.tellsTheSameOf(one, other)) {
          same++;
          assertThat(one.passes()).isEqualTo(other.passes());
          for (AnswerFormat format : AnswerFormat.values()) {
            assertThat(format.write(one, wish)).isEqualTo(format.write(other, wish));
          }
        }
      }
    }
    assertThat(same).isGreaterThan(500);
  }

  @Test
  void fullDetailNeverTellsTheSameTwice() {
    AnswerRequest wish = new AnswerRequest("readyz", Detail.FULL, false, List.of(), List.of());
    ProbeReport report = report();
    assertThat(wish.tellsTheSameOf(report, report)).isFalse();
  }
}
