package dev.sonde.spring.boot3;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.spring.SondeContributor;
import dev.sonde.spring.SpringHealth;
import dev.sonde.spring.SpringIndicators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.availability.AvailabilityStateHealthIndicator;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.CompositeReactiveHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.actuate.health.ReactiveHealthContributor;
import org.springframework.boot.actuate.health.ReactiveHealthContributorRegistry;
import org.springframework.boot.actuate.health.ReactiveHealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** The health indicators of Spring Boot 3.5. */
final class Boot3Indicators implements SpringIndicators {

  private final ObjectProvider<HealthContributorRegistry> registry;
  private final ObjectProvider<ReactiveHealthContributorRegistry> reactive;
  private final ObjectProvider<HealthEndpointGroups> groups;

  Boot3Indicators(
      ObjectProvider<HealthContributorRegistry> registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactive,
      ObjectProvider<HealthEndpointGroups> groups) {
    this.registry = registry;
    this.reactive = reactive;
    this.groups = groups;
  }

  /** In the reactive registry are adapters of all that is in the other one: those are known. */
  @Override
  public List<Check> checks() {
    ToIntFunction<Status> http = httpStatuses();
    Map<String, List<Check>> checks = new LinkedHashMap<>();
    registry.ifAvailable(
        all -> {
          for (NamedContributor<HealthContributor> each : all) {
            collect(each.getName(), each.getContributor(), listOf(each.getName(), checks), http);
          }
        });
    reactive.ifAvailable(
        all -> {
          for (NamedContributor<ReactiveHealthContributor> each : all) {
            if (!checks.containsKey(each.getName())) {
              collect(each.getName(), each.getContributor(), listOf(each.getName(), checks), http);
            }
          }
        });
    return checks.values().stream().flatMap(List::stream).toList();
  }

  private static List<Check> listOf(String name, Map<String, List<Check>> checks) {
    return checks.computeIfAbsent(name, any -> new ArrayList<>());
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
          child -> collect(name + "/" + child.getName(), child.getContributor(), checks, http));
    }
  }

  private void collect(
      String name,
      ReactiveHealthContributor contributor,
      List<Check> checks,
      ToIntFunction<Status> http) {
    if (contributor instanceof ReactiveHealthIndicator indicator) {
      checks.add(
          Check.async(
              name, () -> indicator.health().map(health -> health(health, http)).toFuture()));
    } else if (contributor instanceof CompositeReactiveHealthContributor composite) {
      composite.forEach(
          child -> collect(name + "/" + child.getName(), child.getContributor(), checks, http));
    }
  }

  private static Health health(
      org.springframework.boot.actuate.health.Health health, ToIntFunction<Status> http) {
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
