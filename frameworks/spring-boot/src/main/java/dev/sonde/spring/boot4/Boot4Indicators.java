package dev.sonde.spring.boot4;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.spring.SondeContributor;
import dev.sonde.spring.SpringHealth;
import dev.sonde.spring.SpringIndicators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.application.AvailabilityStateHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/** The health indicators of Spring Boot 4. */
final class Boot4Indicators implements SpringIndicators {

  private final ObjectProvider<HealthContributorRegistry> registry;
  private final ObjectProvider<ReactiveHealthContributorRegistry> reactive;
  private final ObjectProvider<HealthEndpointGroups> groups;

  Boot4Indicators(
      ObjectProvider<HealthContributorRegistry> registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactive,
      ObjectProvider<HealthEndpointGroups> groups) {
    this.registry = registry;
    this.reactive = reactive;
    this.groups = groups;
  }

  /** Of two with one name Actuator asks the one that is not reactive, too. */
  @Override
  public List<Check> checks() {
    ToIntFunction<Status> http = httpStatuses();
    Map<String, ReactiveHealthContributor> known = new LinkedHashMap<>();
    reactive.ifAvailable(all -> all.forEach(each -> known.put(each.name(), each.contributor())));
    List<Check> checks = new ArrayList<>();
    registry.ifAvailable(
        all -> {
          for (HealthContributors.Entry each : all) {
            known.remove(each.name());
            collect(each.name(), each.contributor(), checks, http);
          }
        });
    known.forEach((name, contributor) -> collect(name, contributor, checks, http));
    return checks;
  }

  private void collect(
      String name, HealthContributor contributor, List<Check> checks, ToIntFunction<Status> http) {
    if (contributor instanceof SondeContributor
        || contributor instanceof AvailabilityStateHealthIndicator) {
      return;
    }
    if (contributor instanceof HealthIndicator indicator) {
      checks.add(Check.health(name, () -> health(indicator.health(), http)));
    } else if (contributor instanceof CompositeHealthContributor composite) {
      composite.forEach(
          child -> collect(name + "/" + child.name(), child.contributor(), checks, http));
    }
  }

  private void collect(
      String name,
      ReactiveHealthContributor contributor,
      List<Check> checks,
      ToIntFunction<Status> http) {
    if (contributor instanceof ReactiveHealthIndicator indicator) {
      checks.add(Check.async(name, () -> asked(indicator, http)).cancelledWhenLate());
    } else if (contributor instanceof CompositeReactiveHealthContributor composite) {
      composite.forEach(
          child -> collect(name + "/" + child.name(), child.contributor(), checks, http));
    }
  }

  /** Actuator leaves out what completes without an answer. */
  private static CompletionStage<Health> asked(
      ReactiveHealthIndicator indicator, ToIntFunction<Status> http) {
    return SpringHealth.answered(indicator.health())
        .map(health -> health(health, http))
        .defaultIfEmpty(Health.up())
        .toFuture();
  }

  private static Health health(
      org.springframework.boot.health.contributor.@Nullable Health health,
      ToIntFunction<Status> http) {
    if (health == null) { // It leaves itself out.
      return Health.up();
    }
    Status status = health.getStatus();
    boolean fails = http.applyAsInt(status) >= 400;
    return Health.translated(status.getCode(), fails, health.getDetails());
  }

  /** Looked up once: checks must not ask for beans. Without an endpoint there are no groups. */
  private ToIntFunction<Status> httpStatuses() {
    HealthEndpointGroups all = groups.getIfAvailable();
    return all == null
        ? status -> SpringHealth.usualHttpStatus(status.getCode())
        : all.getPrimary().getHttpCodeStatusMapper()::getStatusCode;
  }

  @Override
  public boolean isMember(String group, String indicator) {
    HealthEndpointGroups all = groups.getIfAvailable();
    HealthEndpointGroup one = all == null ? null : all.get(group);
    return one != null && one.isMember(indicator);
  }
}
