package dev.sonde.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How checks judge, on a clock of the test's own. */
class JudgementTest {

  private final AtomicLong nanos =
      new AtomicLong(Long.MAX_VALUE - 5); // it may overflow at any time

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static void record(ErrorRateCheck check, int successes, int failures) {
    for (int i = 0; i < successes; i++) {
      check.record(true);
    }
    for (int i = 0; i < failures; i++) {
      check.record(false);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, UP",
    "0, 9, UP",
    "0, 10, DOWN",
    "6, 4, UP",
    "5, 5, DOWN",
    "51, 49, UP",
    "50, 50, DOWN"
  })
  void errorRateIsDownFromTheLimitOnWhenThereAreCallsEnough(int good, int bad, Status status) {
    ErrorRateCheck check = new ErrorRateCheck(0.5, Duration.ofSeconds(10), 10, nanos::get);

    record(check, good, bad);

    assertThat(check.check())
        .isEqualTo(Health.up().withStatus(status).with("calls", good + bad).with("failures", bad));
  }

  @Test
  void errorRateForgetsWhatIsOlderThanTheWindow() {
    ErrorRateCheck check = new ErrorRateCheck(0.5, Duration.ofSeconds(10), 1, nanos::get);
    record(check, 0, 3);
    pass(Duration.ofSeconds(4));
    record(check, 0, 2);

    pass(Duration.ofMillis(5999));
    assertThat(check.check().data()).containsEntry("failures", 5L);
    pass(Duration.ofMillis(1));
    assertThat(check.check().data()).containsEntry("failures", 2L);
    pass(Duration.ofHours(100));
    assertThat(check.check()).isEqualTo(Health.up().with("calls", 0).with("failures", 0));
  }

  @Test
  void heartbeatIsDownOnceTheLimitHasPassedInSilence() {
    HeartbeatCheck check = new HeartbeatCheck(Duration.ofSeconds(2), nanos::get);

    pass(Duration.ofSeconds(2));
    assertThat(check.check().status()).isEqualTo(Status.UP);
    pass(Duration.ofNanos(1));
    assertThat(check.check().status()).isEqualTo(Status.DOWN);
    check.beat();
    assertThat(check.check()).isEqualTo(Health.up().with("silentMillis", 0));
  }

  @Test
  void queueIsDownWhenItWasTooFullForTooLong() {
    AtomicInteger size = new AtomicInteger(10);
    QueueCheck check = new QueueCheck(size::get, 10, 0.9, Duration.ofSeconds(5), nanos::get);

    assertThat(check.check().status()).isEqualTo(Status.UP);
    pass(Duration.ofSeconds(5).minusNanos(1));
    assertThat(check.check().status()).isEqualTo(Status.UP);
    pass(Duration.ofNanos(1));
    assertThat(check.check()).isEqualTo(Health.down().with("fullPercent", 100));
    size.set(9);
    assertThat(check.check()).isEqualTo(Health.up().with("fullPercent", 90));
    size.set(10);
    assertThat(check.check().status()).isEqualTo(Status.UP);
  }

  @Test
  void queueTakesItsCapacityFromTheQueue() {
    ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(4, false, List.of("a"));

    assertThat(new QueueCheck(queue).check()).isEqualTo(Health.up().with("fullPercent", 25));
  }

  @Test
  void heapIsDownAfterThreeCollectionsThatLeftTooMuch() {
    HeapCheck check = new HeapCheck(0.9);

    assertThat(check.judge(1, 0.95).status()).isEqualTo(Status.UP);
    assertThat(check.judge(1, 0.95).status()).isEqualTo(Status.UP);
    assertThat(check.judge(2, 0.95).status()).isEqualTo(Status.UP);
    assertThat(check.judge(3, 0.91)).isEqualTo(down(91));
    assertThat(check.judge(3, 0.91)).isEqualTo(down(91));
    assertThat(check.judge(4, 0.90).status()).isEqualTo(Status.UP);
  }

  private static Health down(long percent) {
    return Health.down().with("usedAfterCollectionPercent", percent);
  }

  @Test
  void heapIsDegradedWhenItsFloorRisesTowardsTheLimit() {
    HeapCheck check = new HeapCheck(0.9);
    long collections = 0;
    Health health = Health.up();
    for (int floor = 0; floor < HeapTrend.FLOORS; floor++) {
      assertThat(health.status()).isEqualTo(Status.UP);
      for (int i = 0; i < HeapTrend.COLLECTIONS_PER_FLOOR; i++) {
        health = check.judge(++collections, 0.1 + 0.05 * floor + 0.2 * (i % 2));
      }
    }

    // From 10 % to 55 % in ten floors: ten more would be 100 %.
    assertThat(health.status()).isEqualTo(Status.DEGRADED);
  }

  @Test
  void heapIsUpWhenItsFloorRisesTooSlowlyOrFallsAgain() {
    HeapCheck slow = new HeapCheck(0.9);
    HeapCheck falling = new HeapCheck(0.9);
    for (int i = 1; i <= 200; i++) {
      assertThat(slow.judge(i, 0.1 + 0.001 * i).status()).isEqualTo(Status.UP);
      assertThat(falling.judge(i, 0.2 + 0.01 * (i % 40)).status()).isEqualTo(Status.UP);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, UP, 0", "0, UP, 0", "0.95, UP, 95", "0.96, DEGRADED, 96", "1, DEGRADED, 100"})
  void cpuLoadIsDegradedBeyondTheLimit(double load, Status status, long percent) {
    assertThat(new CpuLoadCheck(0.95, () -> load).check())
        .isEqualTo(Health.up().withStatus(status).with("loadPercent", percent));
  }

  @Test
  void configTellsNamesOfAllThatIsMissingAndNoValue() {
    Map<String, String> environment = new HashMap<>();
    environment.put("USER", "orders");
    environment.put("BLANK", " ");
    environment.put("URL", "https://secret@host/path");
    environment.put("JDBC", "jdbc:postgresql://host/orders");
    environment.put("RELATIVE", "host/path");
    environment.put("BROKEN", "http://secret host");
    RequiredConfigCheck check =
        new RequiredConfigCheck(environment::get, List.of(), List.of(), List.of());

    assertThat(check.variables("USER").urls("URL", "JDBC").files(Path.of("/")).check())
        .isEqualTo(Health.up());
    assertThat(
            check
                .variables("USER", "BLANK", "ABSENT")
                .urls("URL", "RELATIVE", "BROKEN", "NONE")
                .files(Path.of("/no/such/file"))
                .check())
        .isEqualTo(
            Health.down()
                .with("BLANK", "not set")
                .with("ABSENT", "not set")
                .with("RELATIVE", "not an absolute URI")
                .with("BROKEN", "not an absolute URI")
                .with("NONE", "not an absolute URI")
                .with("/no/such/file", "not readable"));
  }
}
