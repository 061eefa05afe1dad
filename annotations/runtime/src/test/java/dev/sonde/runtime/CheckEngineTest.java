package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CheckEngineTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final HealthRequest READYZ = HealthRequest.get("/readyz");

  private static HealthEndpoints readiness(Duration timeout, Check... checks) {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", timeout, List.of(checks))
        .build();
  }

  private static String checkJson(String name, String status) {
    return "{\"name\":\"" + name + "\",\"status\":\"" + status + "\"}";
  }

  static Stream<Arguments> waysToFail() {
    return Stream.of(
        Arguments.of("false", Check.bool("it", () -> false)),
        Arguments.of("exception", failing(new Exception("broken"))),
        Arguments.of("out of memory", failing(new OutOfMemoryError("Java heap space"))),
        Arguments.of("endless recursion", Check.bool("it", CheckEngineTest::recurse)),
        Arguments.of("missing class", failing(new NoClassDefFoundError("com/example/Driver"))),
        Arguments.of("null health", Check.health("it", () -> null)),
        Arguments.of("null stage", Check.async("it", () -> null)),
        Arguments.of("null boolean stage", Check.asyncBool("it", () -> null)),
        Arguments.of(
            "stage of null", Check.async("it", () -> CompletableFuture.completedFuture(null))),
        Arguments.of(
            "boolean stage of null",
            Check.asyncBool("it", () -> CompletableFuture.completedFuture(null))),
        Arguments.of(
            "failed stage",
            Check.async("it", () -> CompletableFuture.failedFuture(new Exception("broken")))));
  }

  private static Check failing(Throwable error) {
    return Check.throwing(
        "it",
        () -> {
          if (error instanceof Error e) {
            throw e;
          }
          throw (Exception) error;
        });
  }

  private static boolean recurse() {
    return !recurse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToFail")
  void answersDownHoweverACheckFails(String way, Check check) {
    HealthEndpoints endpoints = readiness(LONG, check, Check.bool("other", () -> true));

    for (int i = 0; i < 3; i++) {
      HealthResponse response = endpoints.respond(READYZ);
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.bodyText())
          .contains(checkJson("it", "DOWN"), checkJson("other", "UP"))
          .doesNotContain("broken");
    }
  }

  @Test
  void answersUpWhenStagesCompleteLater() {
    CompletableFuture<Health> health = new CompletableFuture<>();
    CompletableFuture<Boolean> well = new CompletableFuture<>();
    HealthEndpoints endpoints =
        readiness(LONG, Check.async("health", () -> health), Check.asyncBool("well", () -> well));

    CompletableFuture<HealthResponse> response =
        endpoints.respondLater(READYZ).toCompletableFuture();
    assertThat(response).isNotDone();
    health.complete(Health.up());
    well.complete(true);

    assertThat(response).succeedsWithin(LONG);
    assertThat(response.join().status()).isEqualTo(200);
  }

  @Test
  void runsTheChecksOfAProbeSideBySide() {
    CyclicBarrier all = new CyclicBarrier(3);
    Check.Action meetTheOthers = () -> all.await(20, SECONDS);

    HealthResponse response =
        readiness(
                LONG,
                Check.throwing("a", meetTheOthers),
                Check.throwing("b", meetTheOthers),
                Check.throwing("c", meetTheOthers))
            .respond(READYZ);

    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void namesAHungCheckWithinTheDeadlineAndDoesNotStartItAgain() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    Check hung =
        Check.throwing(
            "hung",
            () -> {
              starts.incrementAndGet();
              awaitStubbornly(release);
            });
    HealthEndpoints endpoints = readiness(SHORT, hung, Check.bool("fine", () -> true));

    for (int i = 0; i < 20; i++) {
      HealthResponse response = endpoints.respond(READYZ);
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.bodyText()).contains(checkJson("hung", "DOWN"), checkJson("fine", "UP"));
    }
    assertThat(starts).hasValue(1);

    release.countDown();
    assertThat(becomes200(endpoints)).isTrue();
  }

  /**
   * Three tries, for a machine that has other things to do; late for good is late all three times.
   */
  @Test
  void answersForAHungCheckBeforeTheProbeGivesUp() {
    Duration timeout = Duration.ofSeconds(2);
    boolean inTime = false;
    for (int i = 0; i < 3 && !inTime; i++) {
      Check hung = Check.async("hung", CompletableFuture::new);
      HealthEndpoints endpoints = readiness(timeout, hung);
      long start = System.nanoTime();
      assertThat(endpoints.respond(READYZ).status()).isEqualTo(503);
      inTime = System.nanoTime() - start < timeout.toNanos();
    }
    assertThat(inTime).isTrue();
  }

  @Test
  void answersAtOnceWhenItIsKnownThatACheckHangs() {
    CompletableFuture<Health> never = new CompletableFuture<>();
    HealthEndpoints endpoints = readiness(SHORT, Check.async("hung", () -> never));
    endpoints.respond(READYZ);

    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertThat(endpoints.respond(READYZ).status()).isEqualTo(503);
    }

    // Were each one to wait again, this would take 40 s.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void livenessAnswersWhileReadinessHangs() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .liveness("/livez", LONG, List.of(Check.bool("alive", () -> true)))
            .readiness("/readyz", LONG, List.of(Check.throwing("hung", release::await)))
            .build();
    List<CompletableFuture<HealthResponse>> waiting = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      waiting.add(endpoints.respondLater(READYZ).toCompletableFuture());
    }

    assertThat(endpoints.respond(HealthRequest.get("/livez")).status()).isEqualTo(200);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);

    release.countDown();
    for (CompletableFuture<HealthResponse> response : waiting) {
      assertThat(response.get(20, SECONDS).status()).isEqualTo(200);
    }
  }

  @Test
  void requestsAtTheSameTimeShareOneRun() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    HealthEndpoints endpoints =
        readiness(
            LONG,
            Check.throwing(
                "slow",
                () -> {
                  starts.incrementAndGet();
                  release.await();
                }));

    List<CompletableFuture<HealthResponse>> storm = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      storm.add(endpoints.respondLater(READYZ).toCompletableFuture());
    }
    release.countDown();

    for (CompletableFuture<HealthResponse> response : storm) {
      assertThat(response.get(20, SECONDS).status()).isEqualTo(200);
    }
    assertThat(starts).hasValue(1);
  }

  @Test
  void aCheckThatTwoProbesShareIsNeverAskedTwiceAtTheSameTime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    Check shared =
        Check.throwing(
            "database",
            () -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              release.await();
              inside.decrementAndGet();
            });
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .startup("/startedz", LONG, List.of(shared))
            .readiness("/readyz", LONG, List.of(shared))
            .build();

    CompletableFuture<HealthResponse> started =
        endpoints.respondLater(HealthRequest.get("/startedz")).toCompletableFuture();
    CompletableFuture<HealthResponse> ready = endpoints.respondLater(READYZ).toCompletableFuture();
    release.countDown();

    assertThat(started.get(20, SECONDS).status()).isEqualTo(200);
    assertThat(ready.get(20, SECONDS).status()).isEqualTo(200);
    assertThat(most).hasValue(1);
  }

  @Test
  void interruptsACheckThatNobodyWaitsForAnyLonger() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    Check patient =
        Check.throwing(
            "patient",
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
            });

    readiness(SHORT, patient).respond(READYZ);

    assertThat(interrupted.await(20, SECONDS)).isTrue();
  }

  @Test
  void anInterruptThatACheckSetsReachesNoOtherCheck() {
    AtomicBoolean reached = new AtomicBoolean();
    HealthEndpoints endpoints =
        readiness(
            LONG,
            Check.throwing("rude", () -> Thread.currentThread().interrupt()),
            Check.throwing("polite", () -> reached.compareAndSet(false, Thread.interrupted())));

    for (int i = 0; i < 50; i++) {
      assertThat(endpoints.respond(READYZ).status()).isEqualTo(200);
    }
    assertThat(reached).isFalse();
  }

  private static boolean becomes200(HealthEndpoints endpoints) throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      if (endpoints.respond(READYZ).status() == 200) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  /** Waits like code that swallows interrupts. */
  private static void awaitStubbornly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // The very thing that is tested: a check that does not give up.
      }
    }
  }
}
