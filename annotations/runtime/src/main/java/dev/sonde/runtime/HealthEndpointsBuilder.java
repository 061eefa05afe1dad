package dev.sonde.runtime;

import dev.sonde.runtime.report.AnswerFormat;
import dev.sonde.runtime.report.Detail;
import dev.sonde.runtime.report.ProbeKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Gathers the probes of one container. Not thread-safe. */
public final class HealthEndpointsBuilder {

  private record Declared(String path, Duration deadline, List<Check> checks) {
    static final Declared NONE = new Declared("", Duration.ZERO, List.of());
  }

  private final String container;
  private final int port;
  private final Map<ProbeKind, Declared> probes = new EnumMap<>(ProbeKind.class);
  private final List<HealthListener> listeners = new ArrayList<>(List.of(new StateLog()));
  private final Map<ProbeKind, Detail> details = new EnumMap<>(ProbeKind.class);
  private Formats formats = new Formats(AnswerFormat.MICROPROFILE, false);
  private Clock clock = new SteadyClock();

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

  /**
   * Sets how much a probe's answers tell.
   *
   * @param kind the probe
   * @param detail how much; by default {@link Detail#NAMES}
   * @return this builder
   */
  public HealthEndpointsBuilder detail(ProbeKind kind, Detail detail) {
    details.put(kind, Objects.requireNonNull(detail, "detail"));
    return this;
  }

  /**
   * Sets the format for clients that do not ask for another one.
   *
   * @param format the format; by default {@link AnswerFormat#MICROPROFILE}
   * @return this builder
   */
  public HealthEndpointsBuilder format(AnswerFormat format) {
    formats = new Formats(Objects.requireNonNull(format, "format"), false);
    return this;
  }

  /**
   * Sets the format for all clients, whatever they ask for.
   *
   * @param format the format
   * @return this builder
   */
  public HealthEndpointsBuilder onlyFormat(AnswerFormat format) {
    formats = new Formats(Objects.requireNonNull(format, "format"), true);
    return this;
  }

  /**
   * Adds a listener that is told what the checks find, after those added before. Changes of state
   * are logged in any case, under {@code dev.sonde.health}.
   *
   * @param listener the listener
   * @return this builder
   */
  public HealthEndpointsBuilder listener(HealthListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Replaces the clock that tells the time of reports and the age of answers. Deadlines do not
   * depend on it.
   *
   * @param other the clock; by default one that starts at the system's time and is steady from then
   * @return this builder
   */
  public HealthEndpointsBuilder clock(Clock other) {
    clock = Objects.requireNonNull(other, "clock");
    return this;
  }

  /** {@return the endpoints} */
  public HealthEndpoints build() {
    Map<Check, Set<ProbeKind>> probesOfChecks = probesOfChecks();
    Engine engine =
        Engine.create(container, probesOfChecks.size(), clock, new Listeners(listeners));
    Map<Check, CheckRunner> runners = new HashMap<>();
    probesOfChecks.forEach((check, kinds) -> runners.put(check, runner(check, kinds, engine)));
    Map<ProbeKind, ProbeRunner> byKind = new EnumMap<>(ProbeKind.class);
    Map<String, ProbeEndpoint> byPath = new HashMap<>();
    for (ProbeKind kind : ProbeKind.values()) {
      Declared probe = probes.getOrDefault(kind, Declared.NONE);
      List<CheckRunner> checks = probe.checks().stream().map(runners::get).toList();
      byKind.put(kind, new ProbeRunner(kind, probe.deadline(), checks, engine));
    }
    LifeCycle life = new LifeCycle(Objects.requireNonNull(byKind.get(ProbeKind.STARTUP)), clock);
    probes.forEach(
        (kind, probe) -> {
          Detail detail = details.getOrDefault(kind, Detail.NAMES);
          ProbeRunner runner = Objects.requireNonNull(byKind.get(kind));
          byPath.put(probe.path(), new ProbeEndpoint(probe.path(), runner, life, detail, formats));
        });
    return new HealthEndpoints(container, port, byKind, byPath, life);
  }

  /** Each check once, also where several probes ask it. */
  private Map<Check, Set<ProbeKind>> probesOfChecks() {
    Map<Check, Set<ProbeKind>> kinds = new HashMap<>();
    probes.forEach(
        (kind, probe) -> {
          for (Check check : probe.checks()) {
            kinds.computeIfAbsent(check, any -> EnumSet.noneOf(ProbeKind.class)).add(kind);
          }
        });
    return kinds;
  }

  private CheckRunner runner(Check check, Set<ProbeKind> kinds, Engine engine) {
    Duration longestDeadline =
        kinds.stream()
            .map(kind -> probes.getOrDefault(kind, Declared.NONE).deadline())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new CheckRunner(
        CheckId.of(container, kinds, check.name()), check, longestDeadline, engine);
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
    probes.put(kind, new Declared(path, HealthEndpoints.deadline(timeout), List.copyOf(checks)));
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
