package dev.sonde.microprofile;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthEndpointsBuilder;
import dev.sonde.runtime.answer.EndpointKind;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;

/** The application's health checks, and which probe asks which. */
final class BeanChecks {

  /** Of a probe that nobody has declared: Kubernetes' own default. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private record Asked(EndpointKind kind, BeanCheck bean, Check check) {}

  private final Map<Bean<?>, BeanCheck> beans = new HashMap<>();
  private final Map<BeanCheck, Check> checks = new HashMap<>();
  private final Map<String, BeanCheck> byName = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final Set<String> taken = new TreeSet<>();

  /**
   * Looks for none yet.
   *
   * @param own what Sonde has declared, whose names are taken
   */
  BeanChecks(HealthEndpoints own) {
    for (EndpointKind kind : EndpointKind.values()) {
      taken.addAll(own.checkNames(kind));
    }
  }

  /**
   * Takes the beans of one qualifier, but for Sonde's own: they ask Sonde. A bean with several
   * qualifiers is one check, which is never asked twice at once.
   */
  void addAll(EndpointKind kind, Instance<HealthCheck> qualified) {
    List<BeanCheck> found = new ArrayList<>();
    for (Instance.Handle<HealthCheck> handle : qualified.handles()) {
      if (!OwnHealthChecks.class.isAssignableFrom(handle.getBean().getBeanClass())) {
        found.add(beans.computeIfAbsent(handle.getBean(), any -> new BeanCheck(handle)));
      }
    }
    found.sort(Comparator.comparing(BeanCheck::plainName));
    for (BeanCheck bean : found) {
      asked.add(new Asked(kind, bean, checks.computeIfAbsent(bean, this::check)));
    }
  }

  private Check check(BeanCheck bean) {
    String name = bean.plainName();
    for (int number = 2; !taken.add(name); number++) {
      name = bean.plainName() + "-" + number;
    }
    byName.put(name, bean);
    return bean.named(name);
  }

  void prepare(BeanManager manager) {
    beans.values().forEach(bean -> bean.prepare(manager));
  }

  /** {@return what Sonde has declared, with these checks; each probe is there} */
  HealthEndpoints in(HealthEndpoints own) {
    HealthEndpointsBuilder builder = own.toBuilder();
    Set<EndpointKind> declared = own.paths().keySet();
    if (!declared.contains(EndpointKind.STARTUP)) {
      builder.startup(MicroProfilePath.STARTED, TIMEOUT, List.of());
    }
    if (!declared.contains(EndpointKind.LIVENESS)) {
      builder.liveness(MicroProfilePath.LIVE, TIMEOUT, List.of());
    }
    if (!declared.contains(EndpointKind.READINESS)) {
      builder.readiness(MicroProfilePath.READY, TIMEOUT, List.of());
    }
    for (Asked each : asked) {
      builder.check(each.kind(), each.check());
    }
    return builder.build();
  }

  /**
   * {@return what a check calls itself}
   *
   * @param name what the engine calls it
   */
  String responseName(String name) {
    BeanCheck bean = byName.get(name);
    return bean == null ? name : bean.responseName();
  }

  void close() {
    beans.values().forEach(BeanCheck::close);
  }
}
