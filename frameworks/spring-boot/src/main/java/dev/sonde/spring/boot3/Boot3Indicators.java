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
  private final ObjectProvider<ReactiveHealthContributor> reactiveBeans;
  private final ObjectProvider<HealthEndpointGroups> groups;

  Boot3Indicators(
      ObjectProvider<HealthContributorRegistry> registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactive,
      ObjectProvider<ReactiveHealthContributor> reactiveBeans,
      ObjectProvider<HealthEndpointGroups> groups) {
    this.registry = registry;
    this.reactive = reactive;
    this.reactiveBeans = reactiveBeans;
    this.groups = groups;
  }

  /**
   * Each registry has adapters of all that is in the other one. Those of what is reactive hold a
   * thread; what is a bean is none.
   */
  @Override
  public List<Check> checks() {
    ToIntFunction<Status> http = httpStatuses();
    Map<String, ReactiveHealthContributor> known = new LinkedHashMap<>();
    reactive.ifAvailable(
        all -> all.forEach(each -> known.put(each.getName(), each.getContributor())));
    List<ReactiveHealthContributor> beans = reactiveBeans.stream().toList();
    List<Check> checks = new ArrayList<>();
    registry.ifAvailable(
        all -> {
          for (NamedContributor<HealthContributor> each : all) {
            ReactiveHealthContributor same = known.remove(each.getName());
            if (same != null && beans.contains(same)) {
              collect(each.getName(), same, checks, http);
            } else {
              collect(each.getName(), each.getContributor(), checks, http);
            }
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
          Check.async(name, () -> indicator.health().map(health -> health(health, http)).toFuture())
              .cancelledWhenLate());
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
