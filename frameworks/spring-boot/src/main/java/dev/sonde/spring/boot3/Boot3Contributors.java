package dev.sonde.spring.boot3;

import dev.sonde.spring.ServedEndpoints;
import dev.sonde.spring.ShownCheck;
import dev.sonde.spring.SondeContributor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;

/**
 * Sonde's own checks in Actuator: {@code sonde/readiness/queue} and so on. Before the application
 * is complete there are none.
 */
final class Boot3Contributors implements CompositeHealthContributor, SondeContributor {

  private record OneCheck(ShownCheck check) implements HealthIndicator, SondeContributor {

    @Override
    public Health health() {
      ShownCheck.Found found = check.ask();
      return Health.status(found.status()).withDetails(found.details()).build();
    }
  }

  private final ServedEndpoints served;

  Boot3Contributors(ServedEndpoints served) {
    this.served = served;
  }

  private Map<String, HealthContributor> probes() {
    Map<String, HealthContributor> probes = new LinkedHashMap<>();
    served.ownChecks().forEach((probe, checks) -> probes.put(probe, all(checks)));
    return probes;
  }

  private static HealthContributor all(List<ShownCheck> checks) {
    Map<String, HealthContributor> all = new LinkedHashMap<>();
    checks.forEach(check -> all.put(check.name(), new OneCheck(check)));
    return CompositeHealthContributor.fromMap(all);
  }

  @Override
  public @Nullable HealthContributor getContributor(String name) {
    return probes().get(name);
  }

  @Override
  public Iterator<NamedContributor<HealthContributor>> iterator() {
    return probes().entrySet().stream()
        .map(probe -> NamedContributor.of(probe.getKey(), probe.getValue()))
        .iterator();
  }
}
