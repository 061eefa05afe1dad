package dev.sonde.spring.boot4;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.spring.ServedEndpoints;
import dev.sonde.spring.SondeContributor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Sonde's own checks in Actuator: {@code sonde/readiness/queue} and so on. Each answers by its
 * probe's deadline, and shares the run that a probe has begun. Before the application is complete
 * there are none.
 */
final class Boot4Contributors implements CompositeHealthContributor, SondeContributor {

  private record OneCheck(HealthEndpoints endpoints, EndpointKind kind, String name)
      implements HealthIndicator, SondeContributor {

    @Override
    public Health health() {
      Health.Builder health = Health.unknown();
      for (CheckReport report : endpoints.ask(kind, name).toCompletableFuture().join().checks()) {
        health.status(new Status(report.weight().name()));
        report.health().data().forEach(health::withDetail);
        report.error().ifPresent(error -> health.withDetail("error", String.valueOf(error)));
      }
      return health.build();
    }
  }

  private final ServedEndpoints served;

  Boot4Contributors(ServedEndpoints served) {
    this.served = served;
  }

  private Map<String, HealthContributor> probes() {
    Map<String, HealthContributor> probes = new LinkedHashMap<>();
    served
        .endpoints()
        .ifPresent(
            endpoints ->
                served
                    .ownChecks()
                    .forEach((probe, checks) -> probes.put(probe, all(endpoints, probe, checks))));
    return probes;
  }

  private static HealthContributor all(
      HealthEndpoints endpoints, String probe, List<String> checks) {
    EndpointKind kind = EndpointKind.valueOf(probe.toUpperCase(Locale.ROOT));
    Map<String, HealthContributor> all = new LinkedHashMap<>();
    checks.forEach(name -> all.put(name, new OneCheck(endpoints, kind, name)));
    return CompositeHealthContributor.fromMap(all);
  }

  @Override
  public @Nullable HealthContributor getContributor(String name) {
    return probes().get(name);
  }

  @Override
  public Stream<Entry> stream() {
    return probes().entrySet().stream().map(probe -> new Entry(probe.getKey(), probe.getValue()));
  }
}
