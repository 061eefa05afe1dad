package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.report.CheckReport;
import dev.sonde.runtime.report.ProbeKind;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.Eventually;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class StateLogTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private static HealthEndpointsBuilder readiness(Duration timeout, Check check) {
    return HealthEndpoints.builder("orders", 8081).readiness("/readyz", timeout, List.of(check));
  }

  private static void ask(HealthEndpoints endpoints) {
    ask(endpoints, ProbeKind.READINESS);
  }

  /** Asks, and waits until all have been told what was found. */
  private static void ask(HealthEndpoints endpoints, ProbeKind probe) {
    endpoints.ask(probe).toCompletableFuture().join();
    awaitListeners(endpoints);
  }

  private static void awaitListeners(HealthEndpoints endpoints) {
    try {
      endpoints.awaitListeners(Duration.ofSeconds(30));
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void logsEachChangeOfStateOnceAndNothingElse() {
    Health overfull = Health.down().with("size", 512);
    Deque<Health> answers =
        new ArrayDeque<>(
            List.of(Health.up(), overfull, overfull, Health.degraded(), Health.up(), Health.up()));
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(30), Check.health("queue", answers::pop)).build();

    while (!answers.isEmpty()) {
      ask(endpoints);
    }

    assertThat(log.lines())
        .containsExactly(
            "WARNING Check \"queue\" (readiness of \"orders\") is DOWN: {size=512}",
            "WARNING Check \"queue\" (readiness of \"orders\") is DEGRADED.",
            "INFO Check \"queue\" (readiness of \"orders\") is UP again.");
  }

  @Test
  void logsWhatACheckThrew() {
    IllegalStateException failure = new IllegalStateException("no route to db-1");
    HealthEndpoints endpoints =
        readiness(
                Duration.ofSeconds(30),
                Check.throwing(
                    "database",
                    () -> {
                      throw failure;
                    }))
            .build();

    ask(endpoints);
    ask(endpoints);

    assertThat(log.lines())
        .containsExactly(
            "WARNING Check \"database\" (readiness of \"orders\") is DOWN: " + failure);
    assertThat(log.records()).extracting(LogRecord::getThrown).containsExactly(failure);
  }

  @Test
  void logsOnceWhereACheckHangsAndWhenItIsOver() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(1), Check.throwing("hung", () -> hangsHere(release))).build();

    for (int i = 0; i < 5; i++) {
      ask(endpoints);
    }

    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0))
        .matches(
            "WARNING Check \"hung\" \\(readiness of \"orders\"\\) is DOWN: no answer after \\d+ ms");
    assertThat(Arrays.stream(log.records().get(0).getThrown().getStackTrace()))
        .extracting(StackTraceElement::getMethodName)
        .contains("hangsHere");

    release.countDown();
    assertThat(becomesUp(endpoints)).isTrue();
    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().get(1))
        .isEqualTo("INFO Check \"hung\" (readiness of \"orders\") is UP.");
  }

  @Test
  void tellsListenersWhatChecksFind() {
    List<String> news = new CopyOnWriteArrayList<>();
    Deque<Boolean> answers = new ArrayDeque<>(List.of(true, false, false));
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(30), Check.bool("queue", answers::pop))
            .listener(new Failing())
            .listener(
                new HealthListener() {
                  @Override
                  public void checked(CheckId check, CheckReport report) {
                    news.add(check.container() + " " + report.name() + " " + report.status());
                  }

                  @Override
                  public void changed(CheckId check, CheckReport report, Optional<Status> before) {
                    news.add("from " + before + " to " + report.status());
                  }
                })
            .build();

    for (int i = 0; i < 3; i++) {
      ask(endpoints);
    }

    assertThat(news)
        .containsExactly(
            "orders queue UP",
            "from Optional.empty to UP",
            "orders queue DOWN",
            "from Optional[UP] to DOWN",
            "orders queue DOWN");
    assertThat(log.lines()).contains("WARNING A health listener failed: failing");
  }

  private static boolean becomesUp(HealthEndpoints endpoints) throws Exception {
    boolean up =
        Eventually.awaitAnswer(
            true, () -> endpoints.respond(HealthRequest.get("/readyz")).status() == 200);
    awaitListeners(endpoints);
    return up;
  }

  /** Swallows interrupts, so that it stays here for as long as the test wants. */
  private static void hangsHere(CountDownLatch release) {
    while (release.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private static final class Failing implements HealthListener {
    @Override
    public void checked(CheckId check, CheckReport report) {
      throw new IllegalStateException("a listener's own failure");
    }

    @Override
    public String toString() {
      return "failing";
    }
  }
}
