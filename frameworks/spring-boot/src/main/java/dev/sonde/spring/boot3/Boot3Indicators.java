package dev.sonde.spring.boot3;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.spring.SondeContributor;
import dev.sonde.spring.SpringHealth;
import dev.sonde.spring.SpringIndicators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.availability.AvailabilityStateHealthIndicator;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.CompositeReactiveHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthContributorNameFactory;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.ReactiveHealthContributor;
import org.springframework.boot.actuate.health.ReactiveHealthContributorRegistry;
import org.springframework.boot.actuate.health.ReactiveHealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** The health indicators of Spring Boot 3.5. */
final class Boot3Indicators implements SpringIndicators {

  private final ObjectProvider<HealthContributorRegistry> registry;
  private final ObjectProvider<ReactiveHealthContributorRegistry> reactive;
  private final ObjectProvider<Map<String, HealthContributor>> beans;
  private final ObjectProvider<Map<String, ReactiveHealthContributor>> reactiveBeans;
  private final ObjectProvider<HealthEndpointGroups> groups;

  Boot3Indicators(
      ObjectProvider<HealthContributorRegistry> registry,
      ObjectProvider<ReactiveHealthContributorRegistry> reactive,
      ObjectProvider<Map<String, HealthContributor>> beans,
      ObjectProvider<Map<String, ReactiveHealthContributor>> reactiveBeans,
      ObjectProvider<HealthEndpointGroups> groups) {
    this.registry = registry;
    this.reactive = reactive;
    this.beans = beans;
    this.reactiveBeans = reactiveBeans;
    this.groups = groups;
  }

  /**
   * Each registry has adapters of all that is in the other one. Those of what is reactive hold a
   * thread; what is a bean is none. Where nobody may ask Actuator for health there are no
   * registries, and so only the beans.
   */
  @Override
  public List<Check> checks() {
    Map<String, ReactiveHealthContributor> reactiveOnes = named(reactiveBeans);
    Collection<ReactiveHealthContributor> noAdapters = List.copyOf(reactiveOnes.values());
    Map<String, HealthContributor> all = named(beans);
    registry.ifAvailable(
        known -> {
          all.clear();
          known.forEach(each -> all.put(each.getName(), each.getContributor()));
          reactiveOnes.clear();
        });
    reactive.ifAvailable(
        known -> known.forEach(each -> reactiveOnes.put(each.getName(), each.getContributor())));
    ToIntFunction<Status> http = httpStatuses();
    List<Check> checks = new ArrayList<>();
    all.forEach(
        (name, contributor) -> {
          ReactiveHealthContributor same = reactiveOnes.remove(name);
          if (same != null && noAdapters.contains(same)) {
            collect(name, same, checks, http);
          } else {
            collect(name, contributor, checks, http);
          }
        });
    reactiveOnes.forEach((name, contributor) -> collect(name, contributor, checks, http));
    return checks;
  }

  /** {@return beans by the names that Actuator would give them} */
  private static <C> Map<String, C> named(ObjectProvider<Map<String, C>> beans) {
    Map<String, C> named = new LinkedHashMap<>();
    beans.ifAvailable(
        all ->
            all.forEach(
                (bean, each) ->
                    named.put(HealthContributorNameFactory.INSTANCE.apply(bean), each)));
    return named;
  }

  private void collect(
      String name, HealthContributor contributor, List<Check> checks, ToIntFunction<Status> http) {
    if (contributor instanceof SondeContributor
        || contributor instanceof AvailabilityStateHealthIndicator) {
      return;
    }
    if (contributor instanceof HealthIndicator indicator) {
      checks.add(Check.health(name, () -> health(SpringHealth.answered(indicator.health()), http)));
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
      checks.add(Check.async(name, () -> asked(indicator, http)).cancelledWhenLate());
    } else if (contributor instanceof CompositeReactiveHealthContributor composite) {
      composite.forEach(
          child -> collect(name + "/" + child.getName(), child.getContributor(), checks, http));
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
