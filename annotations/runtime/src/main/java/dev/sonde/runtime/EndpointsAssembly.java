package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.internal.engine.CheckEngine;
import dev.sonde.runtime.internal.engine.CheckQuestion;
import dev.sonde.runtime.internal.engine.CheckRunner;
import dev.sonde.runtime.internal.engine.ProbeRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;

/** Puts the parts of endpoints together. Each check gets one runner, however many probes ask it. */
final class EndpointsAssembly {

  /** What is known of a check before it gets a runner. */
  private static final class Asked {
    final List<EndpointKind> probes = new ArrayList<>();
    Duration longestDeadline = Duration.ZERO;

    void by(EndpointKind kind, Duration deadline) {
      probes.add(kind);
      longestDeadline = deadline.compareTo(longestDeadline) > 0 ? deadline : longestDeadline;
    }
  }

  private final String container;
  private final Map<EndpointKind, DeclaredProbe> probes;
  private final Map<CheckQuestion, CheckRunner> runners = new HashMap<>();
  private final ListenerList listeners;
  private final CheckEngine engine;

  EndpointsAssembly(
      String container,
      Map<EndpointKind, DeclaredProbe> probes,
      Optional<Executor> workers,
      Clock clock,
      UnaryOperator<Throwable> errorFilter,
      ListenerList listeners) {
    this.container = container;
    this.probes = probes;
    this.listeners = listeners;
    Map<CheckQuestion, Asked> checks = checks();
    this.engine = CheckEngine.create(container, checks.size(), workers, clock, errorFilter);
    for (Map.Entry<CheckQuestion, Asked> check : checks.entrySet()) {
      runners.put(check.getKey(), runner(check.getKey(), check.getValue()));
    }
  }

  /** {@return a runner for each kind of probe, also for those that there are not} */
  Map<EndpointKind, ProbeRunner> probeRunners() {
    Map<EndpointKind, ProbeRunner> all = new EnumMap<>(EndpointKind.class);
    for (EndpointKind kind : EndpointKind.values()) {
      DeclaredProbe probe = probes.getOrDefault(kind, DeclaredProbe.NONE);
      List<CheckRunner> checks = new ArrayList<>();
      for (Check check : probe.checks()) {
        checks.add(Objects.requireNonNull(runners.get(check.question())));
      }
      all.put(kind, new ProbeRunner(kind, probe.deadline(), checks, engine));
    }
    return all;
  }

  /** {@return what starts what is due} */
  ScheduledExecutorService timer() {
    return engine.timer();
  }

  private Map<CheckQuestion, Asked> checks() {
    Map<CheckQuestion, Asked> checks = new HashMap<>();
    for (Map.Entry<EndpointKind, DeclaredProbe> probe : probes.entrySet()) {
      for (Check check : probe.getValue().checks()) {
        Asked asked = checks.computeIfAbsent(check.question(), any -> new Asked());
        asked.by(probe.getKey(), probe.getValue().deadline());
      }
    }
    return checks;
  }

  private CheckRunner runner(CheckQuestion check, Asked asked) {
    CheckId id = new CheckId(container, asked.probes, check.name());
    return new CheckRunner(check, asked.longestDeadline, engine, listeners.about(id));
  }
}
