package dev.sonde.runtime;

import dev.sonde.runtime.answer.AnswerFormat;
import dev.sonde.runtime.answer.Detail;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.internal.engine.LifeCycle;
import dev.sonde.runtime.internal.engine.ProbeDeadline;
import dev.sonde.runtime.internal.engine.ProbeRunner;
import dev.sonde.runtime.internal.engine.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Gathers the probes of one container. Not thread-safe. */
public final class HealthEndpointsBuilder {

  private final String container;
  private final int port;
  private final Map<EndpointKind, DeclaredProbe> probes = new EnumMap<>(EndpointKind.class);
  private final List<HealthListener> listeners = new ArrayList<>();
  private final Map<EndpointKind, Detail> details = new EnumMap<>(EndpointKind.class);
  private FormatChoice formats = new FormatChoice(AnswerFormat.MICROPROFILE, false);
  private int failureStatus = 503;
  private Optional<StopTimes> stopTimes = Optional.empty();
  private Clock clock = new SteadyClock();
  private UnaryOperator<Throwable> errorFilter = UnaryOperator.identity();
  private boolean https;
  private Optional<Executor> workers = Optional.empty();

  HealthEndpointsBuilder(String container) {
    this.container = Objects.requireNonNull(container, "container");
    this.port = 0;
  }

  HealthEndpointsBuilder(String container, int port) {
    this.container = Objects.requireNonNull(container, "container");
    this.port = port;
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is outside 1..65535");
    }
  }

  private HealthEndpointsBuilder(HealthEndpointsBuilder other) {
    this.container = other.container;
    this.port = other.port;
    this.probes.putAll(other.probes);
    this.listeners.addAll(other.listeners);
    this.details.putAll(other.details);
    this.formats = other.formats;
    this.failureStatus = other.failureStatus;
    this.stopTimes = other.stopTimes;
    this.clock = other.clock;
    this.errorFilter = other.errorFilter;
    this.https = other.https;
    this.workers = other.workers;
  }

  HealthEndpointsBuilder copy() {
    return new HealthEndpointsBuilder(this);
  }

  /**
   * Adds the startup probe's endpoint.
   *
   * @param path the path that the probe asks; starts with {@code /}
   * @param timeout the probe's own timeout, more than 0
   * @param checks the checks; an empty list means healthy
   * @return this builder
   * @throws IllegalArgumentException if the path or timeout is not as said, the probe or the path
   *     was added before, or two checks have one name
   */
  public HealthEndpointsBuilder startup(String path, Duration timeout, List<Check> checks) {
    return add(EndpointKind.STARTUP, path, timeout, checks);
  }

  /**
   * Adds the liveness probe's endpoint.
   *
   * @param path the path that the probe asks; starts with {@code /}
   * @param timeout the probe's own timeout, more than 0
   * @param checks the checks; an empty list means healthy
   * @return this builder
   * @throws IllegalArgumentException if the path or timeout is not as said, the probe or the path
   *     was added before, or two checks have one name
   */
  public HealthEndpointsBuilder liveness(String path, Duration timeout, List<Check> checks) {
    return add(EndpointKind.LIVENESS, path, timeout, checks);
  }

  /**
   * Adds the readiness probe's endpoint.
   *
   * @param path the path that the probe asks; starts with {@code /}
   * @param timeout the probe's own timeout, more than 0
   * @param checks the checks; an empty list means healthy
   * @return this builder
   * @throws IllegalArgumentException if the path or timeout is not as said, the probe or the path
   *     was added before, or two checks have one name
   */
  public HealthEndpointsBuilder readiness(String path, Duration timeout, List<Check> checks) {
    return add(EndpointKind.READINESS, path, timeout, checks);
  }

  /**
   * Adds a check to a probe, behind those that it has, for what a framework knows besides.
   *
   * @param kind the probe
   * @param check the check; where the probe is not declared, nobody would ask it, and it is left
   *     out
   * @return this builder
   * @throws IllegalArgumentException if the probe has a check of that name
   */
  public HealthEndpointsBuilder check(EndpointKind kind, Check check) {
    DeclaredProbe probe = probes.get(kind);
    if (probe != null) {
      List<Check> checks = Check.all(probe.checks(), List.of(check));
      rejectDuplicates(checks);
      probes.put(kind, probe.with(checks));
    }
    return this;
  }

  /**
   * Changes checks by their names, as a configuration says; those that it does not name stay as
   * they were declared.
   *
   * @param overrides what is to be otherwise, by the check's name; as environment variables have
   *     neither, hyphens and capitals need not be there
   * @return this builder
   * @throws IllegalArgumentException if there is no check of a name, a check moves to a probe that
   *     is not declared, or two values exclude each other
   */
  public HealthEndpointsBuilder override(Map<String, CheckOverride> overrides) {
    if (!overrides.isEmpty()) {
      probes.putAll(new CheckOverrides(probes, overrides).changed());
    }
    return this;
  }

  /**
   * Says that the manifest asks by HTTPS, so that a server without TLS can tell that it will not be
   * understood.
   *
   * @return this builder
   */
  public HealthEndpointsBuilder https() {
    https = true;
    return this;
  }

  /**
   * Sets how much a probe's answers tell.
   *
   * @param kind the probe
   * @param detail how much; by default {@link Detail#NAMES}
   * @return this builder
   */
  public HealthEndpointsBuilder detail(EndpointKind kind, Detail detail) {
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
    formats = new FormatChoice(Objects.requireNonNull(format, "format"), false);
    return this;
  }

  /**
   * Sets the format for all clients, whatever they ask for.
   *
   * @param format the format
   * @return this builder
   */
  public HealthEndpointsBuilder onlyFormat(AnswerFormat format) {
    formats = new FormatChoice(Objects.requireNonNull(format, "format"), true);
    return this;
  }

  /**
   * Sets the HTTP status that tells that a probe fails, for clients that expect another one, such
   * as the 500 of Kubernetes' own servers. To the kubelet all of them are failure.
   *
   * @param status 400 to 599; by default 503
   * @return this builder
   * @throws IllegalArgumentException if the status is out of range
   */
  public HealthEndpointsBuilder failureStatus(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("failure status " + status + " is outside 400..599");
    }
    failureStatus = status;
    return this;
  }

  /**
   * Says how long the container's manifest lets the application take when it is stopped, see {@link
   * HealthServerBuilder#stopping}.
   *
   * @param drain how long it goes on serving after SIGTERM, at least 0
   * @param stop how long it may then take to stop, more than 0
   * @return this builder
   * @throws IllegalArgumentException if a time is not as said
   */
  public HealthEndpointsBuilder shutdown(Duration drain, Duration stop) {
    stopTimes = Optional.of(new StopTimes(drain, stop));
    return this;
  }

  /**
   * Adds a listener that hears what the checks find, after those added before. Changes of state are
   * logged in any case, under {@code dev.sonde.health}.
   *
   * @param listener the listener
   * @return this builder
   */
  public HealthEndpointsBuilder listener(HealthListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Changes what checks throw before anybody sees it: the log, answers with full detail, listeners.
   * The messages of drivers and clients may hold passwords and addresses. {@link
   * WithheldException#of} leaves out all messages.
   *
   * @param filter returns what others may see of an exception; by default the same
   * @return this builder
   */
  public HealthEndpointsBuilder errorFilter(UnaryOperator<Throwable> filter) {
    errorFilter = Objects.requireNonNull(filter, "filter");
    return this;
  }

  /**
   * Replaces the clock that tells the time of reports and the age of answers. Deadlines do not
   * depend on it; when it fails, the system's is asked.
   *
   * @param other the clock; by default one that starts at the system's time and is steady from then
   * @return this builder
   */
  public HealthEndpointsBuilder clock(Clock other) {
    clock = Objects.requireNonNull(other, "clock");
    return this;
  }

  /**
   * Runs checks on threads of the application's choice, and on no others. By default they are
   * virtual from Java 24 on, and platform threads before and where all carriers are busy with the
   * application; of neither are there more than checks, and platform threads end when they have had
   * nothing to do for a minute.
   *
   * @param executor runs each task on another thread than the caller's; one that refuses a check
   *     makes it down
   * @return this builder
   */
  public HealthEndpointsBuilder workers(Executor executor) {
    workers = Optional.of(executor);
    return this;
  }

  Optional<StopTimes> stopTimes() {
    return stopTimes;
  }

  /** {@return the endpoints} */
  public HealthEndpoints build() {
    ListenerList telling = new ListenerList(container, listeners);
    EndpointsAssembly assembly =
        new EndpointsAssembly(container, probes, workers, clock, errorFilter, telling);
    Map<EndpointKind, ProbeRunner> runners = assembly.probeRunners();
    LifeCycle life = new LifeCycle(Objects.requireNonNull(runners.get(EndpointKind.STARTUP)));
    Map<String, ProbeEndpoint> paths = new HashMap<>();
    for (Map.Entry<EndpointKind, DeclaredProbe> probe : probes.entrySet()) {
      EndpointKind kind = probe.getKey();
      String path = probe.getValue().path();
      ProbeRunner runner = Objects.requireNonNull(runners.get(kind));
      Detail detail = details.getOrDefault(kind, Detail.NAMES);
      paths.put(path, new ProbeEndpoint(path, runner, life, detail, formats, failureStatus));
    }
    return new HealthEndpoints(runners, paths, life, telling, assembly.timer(), copy());
  }

  Map<EndpointKind, String> paths() {
    Map<EndpointKind, String> paths = new EnumMap<>(EndpointKind.class);
    probes.forEach((kind, probe) -> paths.put(kind, probe.path()));
    return Collections.unmodifiableMap(paths);
  }

  String container() {
    return container;
  }

  int port() {
    return port;
  }

  boolean isHttps() {
    return https;
  }

  int failureStatus() {
    return failureStatus;
  }

  private HealthEndpointsBuilder add(
      EndpointKind kind, String path, Duration timeout, List<Check> checks) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path \"" + path + "\" does not start with /");
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout " + timeout + " is not more than 0");
    }
    rejectDuplicates(kind, path);
    rejectDuplicates(checks);
    probes.put(kind, new DeclaredProbe(path, ProbeDeadline.within(timeout), checks));
    return this;
  }

  private void rejectDuplicates(EndpointKind kind, String path) {
    if (probes.containsKey(kind)) {
      throw new IllegalArgumentException(
          "a container has one " + kind.name().toLowerCase(Locale.ROOT) + " probe");
    }
    for (DeclaredProbe other : probes.values()) {
      if (other.path().equals(path)) {
        throw new IllegalArgumentException(
            "path \"" + path + "\" belongs to another probe already");
      }
    }
  }

  private static void rejectDuplicates(List<Check> checks) {
    Set<String> names = new HashSet<>();
    for (Check check : checks) {
      if (!names.add(check.name())) {
        throw new IllegalArgumentException(
            "two checks of one probe are called \"" + check.name() + "\"");
      }
    }
  }
}
