package dev.sonde.micronaut;

import dev.sonde.runtime.CheckOverride;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.EndpointsChoice;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthEndpointsBuilder;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.answer.EndpointKind;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.ConversionService;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The probes that this application answers: those of its health class, with Micronaut's indicators,
 * and as the configuration says. They are put together when the application has started; before,
 * there are none, so that no bean is asked while others are being made. Thread-safe.
 */
@Singleton
public final class ServedProbes {

  /** Both at once, so that nobody sees half of it. */
  private record Complete(HealthEndpoints declared, HealthEndpoints served) {}

  private final BeanProvider<HealthEndpoints> own;
  private final BeanProvider<ContainerHealth> generated;
  private final BeanProvider<IndicatorSource> indicators;
  private final BeanProvider<HealthListener> listeners;
  private final BeanProvider<CheckSettings> checks;
  private final SondeSettings settings;
  private final ConversionService conversion;
  private volatile @Nullable Complete complete;

  ServedProbes(
      BeanProvider<HealthEndpoints> own,
      BeanProvider<ContainerHealth> generated,
      BeanProvider<IndicatorSource> indicators,
      BeanProvider<HealthListener> listeners,
      BeanProvider<CheckSettings> checks,
      SondeSettings settings,
      ConversionService conversion) {
    this.own = own;
    this.generated = generated;
    this.indicators = indicators;
    this.listeners = listeners;
    this.checks = checks;
    this.settings = settings;
    this.conversion = conversion;
  }

  /**
   * {@return the endpoints; none before the application has started, or where there is no health
   * class}
   */
  public Optional<HealthEndpoints> endpoints() {
    return Optional.ofNullable(complete).map(Complete::served);
  }

  /** {@return the names of a probe's checks that are Sonde's own} */
  List<String> ownChecks(EndpointKind kind) {
    Complete known = complete;
    if (known == null) {
      return List.of();
    }
    Set<String> names = new HashSet<>();
    for (EndpointKind each : EndpointKind.values()) {
      names.addAll(known.declared().checkNames(each));
    }
    List<String> own = new ArrayList<>(known.served().checkNames(kind));
    own.retainAll(names);
    return own;
  }

  /** Finds the health class among the beans. */
  void assemble() {
    Optional<HealthEndpoints> found = EndpointsChoice.choose(own, generated, settings.container());
    if (found.isEmpty()) {
      System.getLogger("dev.sonde.health")
          .log(
              System.Logger.Level.INFO,
              "Sonde answers no probes: there is no bean of a health class. Annotate the"
                  + " application's class with @Container, and let Sonde's annotation processor"
                  + " run.");
      return;
    }
    HealthEndpointsBuilder builder = found.get().toBuilder();
    if (WrittenSetting.convert(conversion, "sonde.indicators", settings.indicators(), Boolean.class)
        .orElse(true)) {
      for (IndicatorSource each : indicators) {
        each.addTo(found.get(), builder);
      }
    }
    for (HealthListener each : listeners) {
      builder.listener(each);
    }
    try {
      complete = new Complete(found.get(), builder.override(overrides()).build());
    } catch (IllegalArgumentException bad) {
      throw new IllegalStateException("sonde.checks: " + bad.getMessage() + ".", bad);
    }
  }

  private Map<String, CheckOverride> overrides() {
    Map<String, CheckOverride> overrides = new TreeMap<>();
    for (CheckSettings check : checks) {
      overrides.put(check.name(), check.override(conversion));
    }
    return overrides;
  }
}
