package dev.sonde.spring;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.CheckOverride;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.EndpointsChoice;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthEndpointsBuilder;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.EndpointKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The endpoints that this application serves: those of its health class, with Spring's indicators
 * and availability states, and as the properties say. They are put together when all beans are
 * there; before, there are none. Thread-safe.
 */
public final class ServedEndpoints implements SmartInitializingSingleton {

  private final ObjectProvider<HealthEndpoints> own;
  private final ObjectProvider<ContainerHealth> generated;
  private final ObjectProvider<SpringIndicators> indicators;
  private final ObjectProvider<HealthListener> listeners;
  private final SondeProperties properties;
  private final SpringAvailability availability;
  private final Environment environment;
  private volatile @Nullable HealthEndpoints declared;
  private volatile @Nullable HealthEndpoints served;
  private volatile boolean answeredByActuator;

  ServedEndpoints(
      ObjectProvider<HealthEndpoints> own,
      ObjectProvider<ContainerHealth> generated,
      ObjectProvider<SpringIndicators> indicators,
      ObjectProvider<HealthListener> listeners,
      SondeProperties properties,
      SpringAvailability availability,
      Environment environment) {
    this.own = own;
    this.generated = generated;
    this.indicators = indicators;
    this.listeners = listeners;
    this.properties = properties;
    this.availability = availability;
    this.environment = environment;
  }

  /** {@return the endpoints; none before all beans are there, or where there is no health class} */
  public Optional<HealthEndpoints> endpoints() {
    return Optional.ofNullable(served);
  }

  /** Actuator's server is made, with a filter for these endpoints. */
  void answeredByActuator() {
    answeredByActuator = true;
  }

  /** {@return whether Actuator's server has been made} It is, before these are served. */
  boolean isAnsweredByActuator() {
    return answeredByActuator;
  }

  /**
   * {@return the endpoints, if they answer a path}
   *
   * @param path the path of a request, whole
   */
  Optional<HealthEndpoints> endpointsAt(String path) {
    return endpoints()
        .filter(
            known ->
                known.paths().values().stream()
                    .anyMatch(probe -> path.equals(probe) || path.startsWith(probe + "/")));
  }

  /**
   * {@return Sonde's own checks, by the probe's name in lower case; none before all beans are
   * there}
   */
  public Map<String, List<ShownCheck>> ownChecks() {
    HealthEndpoints known = declared;
    HealthEndpoints asked = served;
    Map<String, List<ShownCheck>> all = new LinkedHashMap<>();
    if (known == null || asked == null || !properties.contributors()) {
      return all;
    }
    Set<String> names = new HashSet<>();
    for (EndpointKind kind : EndpointKind.values()) {
      names.addAll(known.checkNames(kind));
    }
    for (EndpointKind kind : EndpointKind.values()) {
      List<ShownCheck> checks =
          asked.checkNames(kind).stream()
              .filter(names::contains)
              .map(name -> new ShownCheck(asked, kind, name))
              .toList();
      if (!checks.isEmpty()) {
        all.put(kind.name().toLowerCase(Locale.ROOT), checks);
      }
    }
    return all;
  }

  /** The conditions of the beans are decided ahead of time, the properties when all starts. */
  @Override
  public void afterSingletonsInstantiated() {
    if (!properties.enabled()) {
      return;
    }
    Optional<HealthEndpoints> chosen =
        EndpointsChoice.choose(own, generated, Optional.ofNullable(properties.container()));
    if (chosen.isEmpty()) {
      System.getLogger("dev.sonde.health")
          .log(
              System.Logger.Level.INFO,
              "Sonde answers no probes: there is no bean of a health class. Annotate the"
                  + " application's class with @Container, and let Sonde's annotation processor"
                  + " run.");
      return;
    }
    HealthEndpoints found = chosen.get();
    HealthEndpointsBuilder builder = found.toBuilder();
    if (properties.availability().listen()) {
      availability.addTo(builder);
    }
    if (properties.indicators()) {
      indicators.forEach(each -> addIndicators(each, found, builder));
    }
    if (properties.availability().publish()) {
      builder.listener(availability.publisher());
    }
    listeners.orderedStream().forEach(builder::listener);
    HealthEndpoints all = builder.build();
    try {
      Map<String, CheckOverride> overrides = overrides(all);
      served = overrides.isEmpty() ? all : all.toBuilder().override(overrides).build();
    } catch (IllegalArgumentException bad) {
      throw new IllegalStateException("sonde.checks: " + bad.getMessage() + ".", bad);
    }
    declared = found;
  }

  /** Readiness asks all of them, as Actuator's root does, unless a group says which. */
  private void addIndicators(
      SpringIndicators spring, HealthEndpoints own, HealthEndpointsBuilder builder) {
    Binder binder = Binder.get(environment);
    boolean someAreAlive = says("liveness", "include", binder);
    boolean someAreReady =
        says("readiness", "include", binder) || says("readiness", "exclude", binder);
    for (Check check : spring.checks()) {
      String name = check.name();
      if (someAreAlive && spring.isMember("liveness", name)) {
        add(check, EndpointKind.LIVENESS, own, builder);
      }
      if (!someAreReady || spring.isMember("readiness", name)) {
        add(check, EndpointKind.READINESS, own, builder);
      }
    }
  }

  private static void add(
      Check check, EndpointKind kind, HealthEndpoints own, HealthEndpointsBuilder builder) {
    boolean taken = own.checkNames(kind).contains(check.name());
    builder.check(kind, taken ? check.named(check.name() + "-indicator") : check);
  }

  private static boolean says(String group, String property, Binder binder) {
    return binder
        .bind("management.endpoint.health.group." + group + "." + property, String[].class)
        .isBound();
  }

  private Map<String, CheckOverride> overrides(HealthEndpoints all) {
    List<String> names = new ArrayList<>();
    for (EndpointKind kind : EndpointKind.values()) {
      names.addAll(all.checkNames(kind));
    }
    Map<String, CheckOverride> overrides = new TreeMap<>();
    properties
        .checks()
        .forEach((name, check) -> overrides.put(known(name, names), check.override()));
    return overrides;
  }

  /** Environment variables have neither hyphens nor capitals. */
  private static String known(String name, List<String> names) {
    if (names.contains(name)) {
      return name;
    }
    String letters = letters(name);
    return names.stream().filter(one -> letters(one).equals(letters)).findFirst().orElse(name);
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
