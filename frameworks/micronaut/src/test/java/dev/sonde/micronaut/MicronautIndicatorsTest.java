package dev.sonde.micronaut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.health.Health;
import dev.sonde.micronaut.OddIndicators.BlockingIndicator;
import dev.sonde.micronaut.OddIndicators.Listening;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import io.micronaut.context.ApplicationContext;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

/** Whatever an indicator does, its check has a clear word, and no other waits for it. */
@Timeout(300)
class MicronautIndicatorsTest {

  private static ApplicationContext start(String odd, Map<String, Object> more) {
    Map<String, Object> properties = new TreeMap<>(more);
    properties.put("odd", odd);
    // It would make the whole server, of which nothing is needed here.
    properties.put("sonde.checks.graceful-shutdown.enabled", "false");
    properties.put("endpoints.health.disk-space.enabled", "false");
    properties.put("endpoints.health.service-ready-indicator-enabled", "false");
    ApplicationContext context = ApplicationContext.run(properties);
    context.getBean(ServedProbes.class).assemble();
    return context;
  }

  private static HealthEndpoints endpoints(ApplicationContext context) {
    return context.getBean(ServedProbes.class).endpoints().orElseThrow();
  }

  private static ProbeReport ask(ApplicationContext context, EndpointKind kind) {
    return endpoints(context).ask(kind).toCompletableFuture().join();
  }

  private static CheckReport report(ProbeReport probe, String name) {
    return probe.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + probe.checks()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throwing   | DOWN                                 | no",
        "failing    | DOWN                                 | cannot say",
        "speechless | DOWN                                 | the publisher failed with null",
        "insistent  | UP                                   | ''",
        "silent     | DEGRADED {status=no answer}          | ''",
        "null       | DOWN                                 | NullHealthIndicator has answered null.",
        "endless    | DOWN                                 | no answer after",
        "unknown    | DEGRADED {status=UNKNOWN}            | ''",
        "own        | DEGRADED {status=ODD}                | ''",
        "broken-off | DOWN                                 | ''",
        "several    | DOWN {four=UP, one=UP, one.size=3, three=DOWN, three.details=gone, two=ODD} | ''",
        "nested     | UP {pool=UP, pool.well=true}         | ''",
        "unmade     | DOWN                                 | cannot be made",
        "requested  | DOWN                                 | request",
        "cyclic     | DOWN                                 | CyclicIndicator",
        "asking     | DOWN                                 | no answer after",
      })
  void aCheckTellsWhatItsIndicatorDoes(String odd, String health, String error) {
    try (ApplicationContext context = start(odd, Map.of())) {
      ProbeReport probe = ask(context, EndpointKind.READINESS);
      CheckReport check = report(probe, odd);
      assertThat(check.health()).hasToString(health);
      assertThat(check.error().map(String::valueOf).orElse("")).contains(error);
      assertThat(report(probe, "open").status()).isEqualTo(Health.Status.UP);
      assertThat(ask(context, EndpointKind.LIVENESS).passes()).isTrue();
    }
  }

  /** As Micronaut's own answer does. */
  @Test
  void aMappedStatusCounts() {
    try (ApplicationContext context =
        start("own", Map.of("endpoints.health.status.http-mapping.ODD", "SERVICE_UNAVAILABLE"))) {
      assertThat(report(ask(context, EndpointKind.READINESS), "own").status())
          .isEqualTo(Health.Status.DOWN);
    }
  }

  /** However many ask, and by both ways, it is asked once and holds one thread. */
  @Test
  void aBlockingIndicatorOfLivenessIsAskedOnce() throws Exception {
    try (ApplicationContext context = start("blocking", Map.of())) {
      BlockingIndicator blocking = context.getBean(BlockingIndicator.class);
      List<CompletionStage<ProbeReport>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(endpoints(context).ask(EndpointKind.LIVENESS));
      }
      for (CompletionStage<ProbeReport> each : all) {
        ProbeReport probe = each.toCompletableFuture().join();
        assertThat(report(probe, "blocking").status()).isEqualTo(Health.Status.DOWN);
        assertThat(report(probe, "works").status()).isEqualTo(Health.Status.UP);
      }
      assertThat(ask(context, EndpointKind.READINESS).passes()).isTrue();
      assertThat(blocking.calls()).isEqualTo(1);
      blocking.release();
      while (!ask(context, EndpointKind.LIVENESS).passes()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @Test
  void oneBeanOfSeveralIsOneCheck() {
    try (ApplicationContext context =
        start("each", Map.of("pools.orders.size", 1, "pools.stock.size", 2))) {
      assertThat(endpoints(context).checkNames(EndpointKind.READINESS))
          .contains("pool-orders", "pool-stock");
      assertThat(ask(context, EndpointKind.READINESS).checks())
          .allMatch(check -> check.status() == Health.Status.UP);
    }
  }

  /** What Sonde shows is what Sonde has declared: nothing that Micronaut already has. */
  @Test
  void showsSondesOwnChecksAndReadsThemNeverBack() {
    try (ApplicationContext context = start("own", Map.of())) {
      List<String> shown =
          Flux.fromIterable(context.getBeansOfType(HealthIndicator.class))
              .filter(SondeIndicator.class::isInstance)
              .flatMap(HealthIndicator::getResult)
              .map(HealthResult::getName)
              .collectList()
              .block();
      assertThat(shown).containsExactlyInAnyOrder("works", "open");
      for (EndpointKind kind : EndpointKind.values()) {
        assertThat(endpoints(context).checkNames(kind)).noneMatch(name -> name.contains("sonde"));
      }
    }
  }

  @Test
  void listenersAreTold() throws Exception {
    try (ApplicationContext context = start("listening", Map.of())) {
      ask(context, EndpointKind.READINESS);
      while (context.getBean(Listening.class).told() == 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  /** Also where no server was told to stop, as in tests. */
  @Test
  void readinessIsDownFromTheContextsEndOn() {
    HealthEndpoints endpoints;
    try (ApplicationContext context = start("own", Map.of())) {
      endpoints = endpoints(context);
      assertThat(endpoints.isStopping()).isFalse();
    }
    assertThat(endpoints.isStopping()).isTrue();
  }

  @Test
  void severalContainersNeedAName() {
    assertThatThrownBy(() -> start("two-shops", Map.of()).close())
        .hasMessage(
            "There are health classes of several containers: other, shop. Set sonde.container to"
                + " the one that this process is.");
    try (ApplicationContext context = start("two-shops", Map.of("sonde.container", "shop"))) {
      assertThat(endpoints(context).container()).isEqualTo("shop");
    }
  }
}
