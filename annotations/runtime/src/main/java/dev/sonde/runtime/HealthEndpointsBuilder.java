package dev.sonde.runtime;

import dev.sonde.runtime.report.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;

/** Gathers the probes of one container. Not thread-safe. */
public final class HealthEndpointsBuilder {

  private record Declared(String path, Duration timeout, List<Check> checks) {}

  private final String container;
  private final int port;
  private final Map<ProbeKind, Declared> probes = new EnumMap<>(ProbeKind.class);

  HealthEndpointsBuilder(String container, int port) {
    this.container = Objects.requireNonNull(container, "container");
    this.port = port;
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is outside 1..65535");
    }
  }

  /**
   * Adds the startup probe's endpoint.
   *
   * @param path the path that the probe asks; starts with {@code /}
   * @param timeout the probe's own timeout, more than 0
   * @param checks the checks; none is well
   * @return this builder
   * @throws IllegalArgumentException if the path or timeout is not as said, the probe or the path
   *     was added before, or two checks have one name
   */
  public HealthEndpointsBuilder startup(String path, Duration timeout, List<Check> checks) {
    return add(ProbeKind.STARTUP, path, timeout, checks);
  }

  /**
   * Adds the liveness probe's endpoint.
   *
   * @param path the path that the probe asks; starts with {@code /}
   * @param timeout the probe's own timeout, more than 0
   * @param checks the checks; none is well
   * @return this builder
   * @throws IllegalArgumentException if the path or timeout is not as said, the probe or the path
   *     was added before, or two checks have one name
   */
  public HealthEndpointsBuilder liveness(String path, Duration timeout, List<Check> checks) {
    return add(ProbeKind.LIVENESS, path, timeout, checks);
  }

  /**
   * Adds the readiness probe's endpoint.
   *
   * @param path the path that the probe asks; starts with {@code /}
   * @param timeout the probe's own timeout, more than 0
   * @param checks the checks; none is well
   * @return this builder
   * @throws IllegalArgumentException if the path or timeout is not as said, the probe or the path
   *     was added before, or two checks have one name
   */
  public HealthEndpointsBuilder readiness(String path, Duration timeout, List<Check> checks) {
    return add(ProbeKind.READINESS, path, timeout, checks);
  }

  /** {@return the endpoints} */
  public HealthEndpoints build() {
    Map<Check, CheckRunner> runners = runners();
    Map<String, ProbeRunner> byPath = new HashMap<>();
    probes.forEach(
        (kind, probe) -> {
          List<CheckRunner> checks = probe.checks().stream().map(runners::get).toList();
          Duration deadline = HealthEndpoints.deadline(probe.timeout());
          byPath.put(probe.path(), new ProbeRunner(kind, deadline, checks));
        });
    return new HealthEndpoints(container, port, byPath);
  }

  /** One runner for each check, also where several probes ask the same one. */
  private Map<Check, CheckRunner> runners() {
    Set<Check> all = new HashSet<>();
    probes.values().forEach(probe -> all.addAll(probe.checks()));
    Executor workers = Workers.forChecks(container, all.size());
    Map<Check, CheckRunner> runners = new HashMap<>();
    all.forEach(check -> runners.put(check, new CheckRunner(check, workers)));
    return runners;
  }

  private HealthEndpointsBuilder add(
      ProbeKind kind, String path, Duration timeout, List<Check> checks) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path \"" + path + "\" does not start with /");
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout " + timeout + " is not more than 0");
    }
    rejectDuplicates(kind, path, checks);
    probes.put(kind, new Declared(path, timeout, new ArrayList<>(checks)));
    return this;
  }

  private void rejectDuplicates(ProbeKind kind, String path, List<Check> checks) {
    if (probes.containsKey(kind)) {
      throw new IllegalArgumentException(
          "a container has one " + kind.name().toLowerCase(Locale.ROOT) + " probe");
    }
    if (probes.values().stream().anyMatch(other -> other.path().equals(path))) {
      throw new IllegalArgumentException("path \"" + path + "\" belongs to another probe already");
    }
    Set<String> names = new HashSet<>();
    for (Check check : checks) {
      if (!names.add(check.name())) {
        throw new IllegalArgumentException(
            "two checks of one probe are called \"" + check.name() + "\"");
      }
    }
  }
}
