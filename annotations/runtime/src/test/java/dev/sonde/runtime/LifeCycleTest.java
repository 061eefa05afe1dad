package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.testing.CapturedLog;
import dev.sonde.runtime.testing.ForkedJvm;
import dev.sonde.runtime.testing.StopsGracefully;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class LifeCycleTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AtomicBoolean migrated = new AtomicBoolean();
  private final AtomicInteger queueAsked = new AtomicInteger();

  private HealthEndpoints endpoints() {
    return HealthEndpoints.builder("orders", 8081)
        .startup("/startedz", LONG, List.of(Check.bool("migrated", migrated::get)))
        .liveness("/livez", LONG, List.of())
        .readiness("/readyz", LONG, List.of(Check.throwing("queue", queueAsked::incrementAndGet)))
        .build();
  }

  private static String ask(HealthEndpoints endpoints, String path) {
    return endpoints.respond(new HealthRequest("GET", path, "verbose", "")).toString();
  }

  @Test
  void isNotReadyBeforeItHasStarted() {
    HealthEndpoints endpoints = endpoints();

    assertThat(ask(endpoints, "/readyz"))
        .isEqualTo("503 [-]startup failed: reason withheld\nreadyz check failed\n");
    assertThat(ask(endpoints, "/livez")).startsWith("200");
    assertThat(queueAsked).hasValue(0);
  }

  @Test
  void tellsOfReadinessAloneThoseWhoWantItBeforeTheStart() {
    HealthEndpoints endpoints = endpoints();

    assertThat(askChecks(endpoints, EndpointKind.READINESS).passes()).isTrue();
    assertThat(askChecks(endpoints, EndpointKind.STARTUP).passes()).isFalse();
    assertThat(endpoints.isStopping()).isFalse();
    endpoints.stopping();
    assertThat(endpoints.isStopping()).isTrue();
    assertThat(askChecks(endpoints, EndpointKind.READINESS).checks().get(0).name())
        .isEqualTo("shutdown");
    assertThat(askChecks(endpoints, EndpointKind.LIVENESS).passes()).isTrue();
  }

  private static ProbeReport askChecks(HealthEndpoints endpoints, EndpointKind kind) {
    return endpoints.askChecks(kind).toCompletableFuture().join();
  }

  @Test
  void isReadyOnceTheStartupChecksHavePassedWhateverTheyFindLater() {
    HealthEndpoints endpoints = endpoints();
    migrated.set(true);
    assertThat(ask(endpoints, "/startedz")).startsWith("200");
    migrated.set(false);

    assertThat(ask(endpoints, "/readyz")).startsWith("200 [+]queue ok");
    assertThat(ask(endpoints, "/startedz")).startsWith("503");
  }

  @Test
  void someOfTheStartupChecksAreNoStart() {
    HealthEndpoints endpoints = endpoints();
    HealthRequest without = new HealthRequest("GET", "/startedz", "exclude=migrated", "");

    assertThat(endpoints.respond(without).status()).isEqualTo(200);
    assertThat(ask(endpoints, "/readyz")).startsWith("503 [-]startup failed");
  }

  @Test
  void isReadyAlsoWhenNobodyAsksTheStartupEndpoint() {
    HealthEndpoints endpoints = endpoints();
    migrated.set(true);

    assertThat(ask(endpoints, "/readyz")).startsWith("200 [+]queue ok");
  }

  @Test
  void answersReadinessInTimeAlsoWhenStartupTakesLonger() {
    CompletableFuture<Health> never = new CompletableFuture<>();
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .startup("/startedz", LONG, List.of(Check.async("slow", () -> never)))
            .readiness("/readyz", Duration.ofMillis(200), List.of())
            .build();

    long start = System.nanoTime();
    assertThat(ask(endpoints, "/readyz")).startsWith("503 [-]startup failed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    // Left open, it would be logged as late in the middle of a later test.
    never.complete(Health.up());
  }

  @Test
  void isNotReadyOnceItHasBegunToStop() {
    HealthEndpoints endpoints = endpoints();
    migrated.set(true);
    assertThat(ask(endpoints, "/readyz")).startsWith("200");

    endpoints.stopping();

    assertThat(ask(endpoints, "/readyz"))
        .isEqualTo("503 [-]shutdown failed: reason withheld\nreadyz check failed\n");
    assertThat(ask(endpoints, "/livez")).startsWith("200");
  }

  @Test
  void drainsOnSigtermAnswersWhatIsUnderWayAndThenStops() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.start(StopsGracefully.class)) {
      assertThat(jvm.get("/readyz").statusCode()).isEqualTo(200);
      CompletableFuture<Integer> slow =
          CompletableFuture.supplyAsync(() -> jvm.status("/startedz"));
      jvm.awaitLine("slow check begins");

      jvm.process().destroy();
      jvm.awaitStatus("/readyz", 503);

      assertThat(jvm.get("/livez").statusCode()).isEqualTo(200);
      assertThat(slow.get(60, SECONDS)).isEqualTo(200);
      jvm.awaitLine("application stopped");
      assertThat(jvm.process().waitFor(60, SECONDS)).isTrue();
      assertThat(jvm.process().exitValue()).isEqualTo(128 + 15);
    }
  }
}
