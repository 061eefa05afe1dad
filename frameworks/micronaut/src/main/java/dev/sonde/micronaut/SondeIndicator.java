package dev.sonde.micronaut;

import dev.sonde.health.Health;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sonde's own checks of a probe among Micronaut's indicators, an answer for each. It asks without
 * waiting, is answered by the probe's deadline, and never reads an indicator: those are no checks
 * of Sonde's own, and this is none of them.
 */
final class SondeIndicator implements HealthIndicator {

  private final EndpointKind kind;
  private final ServedProbes served;

  SondeIndicator(EndpointKind kind, ServedProbes served) {
    this.kind = kind;
    this.served = served;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Flux.defer(() -> served.endpoints().map(this::ask).orElse(Flux.empty()));
  }

  private Flux<HealthResult> ask(HealthEndpoints endpoints) {
    List<String> own = served.ownChecks(kind);
    Flux<HealthResult> checks =
        own.isEmpty()
            ? Flux.empty()
            : Flux.fromIterable(own)
                .flatMap(name -> Mono.fromCompletionStage(endpoints.ask(kind, name)))
                .flatMapIterable(ProbeReport::checks)
                .map(SondeIndicator::result);
    return kind == EndpointKind.READINESS && endpoints.isStopping()
        ? checks.concatWithValues(HealthResult.builder("shutdown", HealthStatus.DOWN).build())
        : checks;
  }

  /** Statuses of one's own have no order in Micronaut, so only its two are used. */
  private static HealthResult result(CheckReport report) {
    Map<String, Object> details = new TreeMap<>(report.health().data());
    report.error().ifPresent(error -> details.put("error", String.valueOf(error)));
    if (report.status() != Health.Status.UP) {
      details.put("status", report.status().name());
    }
    return HealthResult.builder(
            report.name(),
            report.weight() == Health.Status.DOWN ? HealthStatus.DOWN : HealthStatus.UP)
        .details(details)
        .build();
  }
}
