package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.Eventually;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class CheckPolicyTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AdjustableClock clock = new AdjustableClock();

  private HealthEndpoints readiness(Duration timeout, Check... checks) {
    return HealthEndpoints.builder("orders", 8081)
        .clock(clock)
        .readiness("/readyz", timeout, List.of(checks))
        .build();
  }

  private HealthEndpoints readiness(Check... checks) {
    return readiness(Duration.ofSeconds(30), checks);
  }

  private static ProbeReport ask(HealthEndpoints endpoints) {
    return endpoints.ask(EndpointKind.READINESS).toCompletableFuture().join();
  }

  private static CheckReport only(ProbeReport report) {
    assertThat(report.checks()).hasSize(1);
    return report.checks().get(0);
  }

  @Test
  void aProbeWithoutChecksSucceeds() {
    ProbeReport report = readiness().ask(EndpointKind.LIVENESS).toCompletableFuture().join();

    assertThat(report.status()).isEqualTo(Status.UP);
    assertThat(report.checks()).isEmpty();
  }

  @Test
  void aDegradedCheckLetsItsProbeSucceed() {
    ProbeReport report =
        ask(readiness(Check.bool("a", () -> true), Check.health("b", Health::degraded)));

    assertThat(report.status()).isEqualTo(Status.DEGRADED);
    assertThat(report.passes()).isTrue();
  }

  @Test
  void anOptionalCheckIsToldAsDownAndItsProbeSucceeds() {
    HealthEndpoints endpoints = readiness(Check.bool("recommendations", () -> false).optional());

    assertThat(only(ask(endpoints)).status()).isEqualTo(Status.DOWN);
    assertThat(ask(endpoints).status()).isEqualTo(Status.DEGRADED);
    assertThat(endpoints.respond(HealthRequest.get("/readyz")))
        .hasToString(
            "200 {\"status\":\"UP\",\"checks\":["
                + "{\"name\":\"recommendations\",\"status\":\"DOWN\"}]}");
  }

  @Test
  void failuresBeforeTheLastToleratedOneOnlyDegrade() {
    Deque<Boolean> answers =
        new ArrayDeque<>(List.of(false, false, true, false, false, false, false, true));
    HealthEndpoints endpoints = readiness(Check.bool("flaky", answers::pop).downAfter(3));

    assertThat(answers.stream().toList().stream().map(any -> only(ask(endpoints)).status()))
        .containsExactly(
            Status.DEGRADED,
            Status.DEGRADED,
            Status.UP,
            Status.DEGRADED,
            Status.DEGRADED,
            Status.DOWN,
            Status.DOWN,
            Status.UP);
  }

  @Test
  void eachDeadlineThatAHungCheckLetsPassIsOneMoreFailure() throws Exception {
    CompletableFuture<Health> never = new CompletableFuture<>();
    AtomicInteger runs = new AtomicInteger();
    Duration deadline = Duration.ofMillis(200);
    HealthEndpoints endpoints =
        readiness(
            deadline,
            Check.async(
                    "hung",
                    () -> {
                      runs.incrementAndGet();
                      return never;
                    })
                .downAfter(3));

    long start = System.nanoTime();
    Status last = Eventually.awaitAnswer(Status.DOWN, () -> only(ask(endpoints)).status());

    assertThat(last).isEqualTo(Status.DOWN);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(deadline.multipliedBy(2));
    assertThat(runs).as("one run lets several deadlines pass").hasValueLessThanOrEqualTo(2);
  }

  @Test
  void aCachedAnswerIsKeptUntilItIsTooOldAndTellsItsAge() {
    AtomicInteger asked = new AtomicInteger();
    HealthEndpoints endpoints =
        readiness(
            Check.throwing("costly", asked::incrementAndGet).cachedFor(Duration.ofSeconds(10)));

    assertThat(only(ask(endpoints)).age()).isZero();
    clock.advance(Duration.ofSeconds(10));
    assertThat(only(ask(endpoints)).age()).isEqualTo(Duration.ofSeconds(10));
    assertThat(asked).hasValue(1);

    clock.advance(Duration.ofNanos(1));
    assertThat(only(ask(endpoints)).age()).isZero();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aCheckWithoutPolicyIsAskedByEveryProbe() {
    AtomicInteger asked = new AtomicInteger();
    HealthEndpoints endpoints = readiness(Check.throwing("cheap", asked::incrementAndGet));

    ask(endpoints);
    ask(endpoints);

    assertThat(asked).hasValue(2);
  }

  @Test
  void aBackgroundCheckIsAskedWithoutProbesAndAnswersThemAtOnce() throws Exception {
    CompletableFuture<Health> first = new CompletableFuture<>();
    CompletableFuture<Void> askedAgain = new CompletableFuture<>();
    CompletableFuture<Health> second = new CompletableFuture<>();
    Deque<CompletableFuture<Health>> answers = new ArrayDeque<>(List.of(first, second));
    HealthEndpoints endpoints =
        readiness(
            Check.async(
                    "costly",
                    () -> {
                      if (answers.size() == 1) {
                        askedAgain.complete(null);
                      }
                      return answers.size() > 1 ? answers.pop() : second;
                    })
                .every(Duration.ofMillis(50)));

    CompletableFuture<ProbeReport> waiting =
        endpoints.ask(EndpointKind.READINESS).toCompletableFuture();
    assertThat(waiting).isNotDone();
    first.complete(Health.up());
    assertThat(waiting.get(20, SECONDS).passes()).isTrue();

    askedAgain.get(20, SECONDS);
    clock.advance(Duration.ofMillis(30));
    CompletableFuture<ProbeReport> atOnce =
        endpoints.ask(EndpointKind.READINESS).toCompletableFuture();
    assertThat(atOnce).isDone();
    assertThat(only(atOnce.join()).age()).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void aBackgroundCheckThatHangsIsDownHoweverFreshItsLastAnswer() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<Health> never = new CompletableFuture<>();
    HealthEndpoints endpoints =
        readiness(
            Check.async(
                    "hung",
                    () ->
                        asked.incrementAndGet() == 1
                            ? CompletableFuture.completedFuture(Health.up())
                            : never)
                .every(Duration.ofMillis(20))
                .deadline(Duration.ofMillis(100)));
    assertThat(ask(endpoints).passes()).isTrue();

    for (int i = 0; i < 1000 && ask(endpoints).passes(); i++) {
      Thread.sleep(10);
    }

    assertThat(only(ask(endpoints)).status()).isEqualTo(Status.DOWN);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aCheckWithADeadlineOfItsOwnIsNotWaitedForLonger() {
    CompletableFuture<Health> never = new CompletableFuture<>();
    HealthEndpoints endpoints =
        readiness(
            Duration.ofSeconds(50),
            Check.async("hung", () -> never).deadline(Duration.ofMillis(50)),
            Check.bool("fine", () -> true));

    long start = System.nanoTime();
    ProbeReport report = ask(endpoints);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(report.checks())
        .extracting(CheckReport::name, CheckReport::status)
        .containsExactly(tuple("hung", Status.DOWN), tuple("fine", Status.UP));
  }

  @Test
  void aDeadlineLongerThanTheProbesDoesNotKeepTheProbeWaiting() {
    CompletableFuture<Health> never = new CompletableFuture<>();
    HealthEndpoints endpoints =
        readiness(
            Duration.ofMillis(100),
            Check.async("hung", () -> never).deadline(Duration.ofMinutes(5)));

    assertThat(ask(endpoints).passes()).isFalse();
  }

  @Test
  void refusesPoliciesThatMakeNoSense() {
    Check check = Check.bool("it", () -> true);
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> check.downAfter(0))
        .hasMessage("0 failures until down are not at least 1");
    assertThatThrownBy(() -> check.deadline(Duration.ZERO))
        .hasMessage("deadline PT0S is not more than 0");
    assertThatThrownBy(() -> check.cachedFor(second.negated()))
        .hasMessage("cache time PT-1S is not more than 0");
    assertThatThrownBy(() -> check.every(Duration.ZERO))
        .hasMessage("period PT0S is not more than 0");
    assertThatThrownBy(() -> check.every(second).cachedFor(second))
        .hasMessage("a check is either cached or asked in the background, not both");
  }

  private static final class AdjustableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T11:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
