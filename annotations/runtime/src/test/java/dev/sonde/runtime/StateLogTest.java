package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.Detail;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
    ask(endpoints, EndpointKind.READINESS);
  }

  /** Asks, and waits until all have been told what was found. */
  private static void ask(HealthEndpoints endpoints, EndpointKind probe) {
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

  @Test
  void anAnswerThatIsAlwaysTooLateIsDownOnceAndNoRecovery() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger come = new AtomicInteger();
    Check late =
        Check.async(
            "stock",
            () -> {
              begun.incrementAndGet();
              return CompletableFuture.supplyAsync(
                      Health::up, CompletableFuture.delayedExecutor(300, MILLISECONDS))
                  .whenComplete((health, failure) -> come.incrementAndGet());
            });
    List<Status> told = new CopyOnWriteArrayList<>();
    HealthEndpoints endpoints =
        readiness(Duration.ofMillis(250), late)
            .listener(
                new HealthListener() {
                  @Override
                  public void checked(CheckId check, CheckReport report) {
                    told.add(report.status());
                  }
                })
            .build();

    // A probe that comes while an answer is taken in waits for that one, and begins none.
    while (begun.get() < 5) {
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(503);
      assertThat(Eventually.awaitAnswer(true, () -> come.get() == begun.get())).isTrue();
    }
    awaitListeners(endpoints);

    assertThat(log.lines()).singleElement().asString().contains("is DOWN: no answer after ");
    assertThat(told).hasSizeGreaterThanOrEqualTo(5).containsOnly(Status.DOWN);
  }

  @Test
  void aLateAnswerThatIsKeptIsToldToTheNextProbe() throws Exception {
    CompletableFuture<Health> answer = new CompletableFuture<>();
    HealthEndpoints endpoints =
        readiness(
                Duration.ofMillis(100),
                Check.async("stock", () -> answer).cachedFor(Duration.ofMinutes(5)))
            .build();
    ask(endpoints);
    answer.complete(Health.up());

    assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(200);
    awaitListeners(endpoints);
    assertThat(log.lines())
        .last()
        .isEqualTo("INFO Check \"stock\" (readiness of \"orders\") is UP.");
  }

  /**
   * It is down for liveness each time and well for readiness each time: that is one piece of news.
   */
  @Test
  void aCheckThatIsTooSlowForOneOfTwoProbesIsLoggedOnceForThatOne() {
    Check slow =
        Check.async(
            "database",
            () ->
                CompletableFuture.supplyAsync(
                    Health::up, CompletableFuture.delayedExecutor(200, MILLISECONDS)));
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .liveness("/livez", Duration.ofMillis(100), List.of(slow))
            .readiness("/readyz", Duration.ofSeconds(30), List.of(slow))
            .build();

    for (int i = 0; i < 4; i++) {
      assertThat(endpoints.respond(HealthRequest.get("/livez")).status()).isEqualTo(503);
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(200);
    }
    awaitListeners(endpoints);

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING Check \"database\" (liveness of \"orders\") is DOWN: no answer");
  }

  @Test
  void aStartThatWaitsForItsChecksIsNoWarning() {
    AtomicBoolean migrated = new AtomicBoolean();
    HealthEndpoints endpoints = starting(migrated);
    ask(endpoints, EndpointKind.STARTUP);
    ask(endpoints, EndpointKind.READINESS);
    migrated.set(true);
    ask(endpoints, EndpointKind.STARTUP);
    migrated.set(false);
    ask(endpoints, EndpointKind.STARTUP);
    migrated.set(true);
    ask(endpoints, EndpointKind.STARTUP);

    String check = "Check \"schema\" (startup of \"orders\") is ";
    assertThat(log.lines())
        .containsExactly(
            "INFO " + check + "not up yet: java.lang.IllegalStateException: version 4",
            "INFO " + check + "UP.",
            "WARNING " + check + "DOWN: java.lang.IllegalStateException: version 4",
            "INFO " + check + "UP again.");
    assertThat(log.records().get(0).getThrown()).isNull();
  }

  @Test
  void aStartThatEndsBeforeItsChecksPassIsOne() {
    HealthEndpoints endpoints = starting(new AtomicBoolean());
    ask(endpoints, EndpointKind.STARTUP);
    endpoints.stopping();
    awaitListeners(endpoints);

    assertThat(log.lines())
        .hasSize(2)
        .last()
        .isEqualTo(
            "WARNING Check \"schema\" (startup of \"orders\") was never up:"
                + " java.lang.IllegalStateException: version 4");
    assertThat(log.records().get(1).getThrown()).isNotNull();
  }

  private static HealthEndpoints starting(AtomicBoolean migrated) {
    Check schema =
        Check.throwing(
            "schema",
            () -> {
              if (!migrated.get()) {
                throw new IllegalStateException("version 4");
              }
            });
    return HealthEndpoints.builder("orders", 8081)
        .startup("/startedz", Duration.ofSeconds(30), List.of(schema))
        .readiness("/readyz", Duration.ofSeconds(30), List.of())
        .build();
  }

  @Test
  void aListenerThatHangsDelaysNobody() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger told = new AtomicInteger();
    HealthListener hanging =
        new HealthListener() {
          @Override
          public void checked(CheckId check, CheckReport report) {
            try {
              release.await();
            } catch (InterruptedException stop) {
              throw new AssertionError(stop);
            }
          }

          @Override
          public String toString() {
            return "hanging";
          }
        };
    HealthListener counting =
        new HealthListener() {
          @Override
          public void checked(CheckId check, CheckReport report) {
            told.incrementAndGet();
          }
        };
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(30), Check.bool("queue", () -> true))
            .listener(hanging)
            .listener(counting)
            .build();

    for (int i = 0; i < 1100; i++) {
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(200);
      int asked = i + 1;
      assertThat(Eventually.awaitAnswer(asked, told::get)).isEqualTo(asked);
    }
    log.awaitLines(1);
    release.countDown();

    assertThat(log.lines())
        .containsExactly("WARNING A health listener is too slow and misses news: hanging");
  }

  /** Else a thread would be woken for each answer of each check, to do nothing. */
  @Test
  void aListenerOfProbesIsNotWokenForWhatHasNotChanged() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger told = new AtomicInteger();
    ProbeStateListener hanging =
        new ProbeStateListener(
            Set.of(),
            (probe, passes) -> {
              told.incrementAndGet();
              try {
                release.await();
              } catch (InterruptedException stop) {
                throw new AssertionError(stop);
              }
            });
    AtomicBoolean works = new AtomicBoolean();
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(30), Check.bool("queue", works::get))
            .listener(hanging)
            .build();
    endpoints.respond(HealthRequest.get("/readyz"));
    assertThat(Eventually.awaitAnswer(1, told::get)).isEqualTo(1);
    works.set(true);

    // Many more than may wait for a listener.
    for (int i = 0; i < 3000; i++) {
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(200);
    }
    release.countDown();
    assertThat(Eventually.awaitAnswer(2, told::get)).isEqualTo(2);

    assertThat(log.lines()).noneMatch(line -> line.contains("too slow"));
  }

  @Test
  void whatWasThrownIsToldAsTheFilterLeavesIt() {
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(30), leaking())
            .detail(EndpointKind.READINESS, Detail.FULL)
            .errorFilter(WithheldException::of)
            .build();
    ask(endpoints);

    assertThat(log.lines())
        .containsExactly(
            "WARNING Check \"database\" (readiness of \"orders\") is DOWN:"
                + " java.lang.IllegalStateException (message withheld)");
    Throwable logged = log.records().get(0).getThrown();
    assertThat(logged.getStackTrace()[0].getMethodName()).contains("leaking");
    assertThat(logged.getCause()).hasToString("java.io.IOException (message withheld)");
    assertThat(endpoints.respond(HealthRequest.get("/readyz")).bodyText())
        .contains("message withheld")
        .doesNotContain("secret");
  }

  @Test
  void aFilterThatFailsTellsNothingAndACheckIsDownAllTheSame() {
    HealthEndpoints endpoints =
        readiness(Duration.ofSeconds(30), leaking())
            .errorFilter(
                error -> {
                  throw new IllegalStateException(error);
                })
            .build();
    ask(endpoints);

    assertThat(log.lines())
        .singleElement()
        .asString()
        .endsWith("what was thrown cannot be shown: java.lang.IllegalStateException");
  }

  private static Check leaking() {
    return Check.throwing(
        "database",
        () -> {
          throw new IllegalStateException("password=secret", new IOException("secret"));
        });
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
