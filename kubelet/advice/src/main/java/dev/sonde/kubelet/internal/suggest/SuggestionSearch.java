package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.suggest.ProbeChoices.Choice;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeBudget;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the smallest change of a container's probes that meets objectives. */
final class SuggestionSearch {

  /** A probe more is worse than any change of numbers. */
  private static final double NEW_PROBE = 1000;

  private static final int LEAST_FAILURES = 2;

  private final SuggestRequest request;
  private final ObjectiveTimes times;
  private final ContainerSpec container;

  /**
   * @param request the container, and what was measured
   * @param slack what a real kubelet adds, in milliseconds
   */
  SuggestionSearch(SuggestRequest request, Map<Objective, Long> slack) {
    this.request = request;
    this.container = request.probed().container();
    this.times =
        new ObjectiveTimes(
            request.probed().pod(), request.evidence().starts().smallest().orElse(0), slack);
  }

  private record Chosen(ContainerSpec container, double cost) {}

  /**
   * {@return the container with the smallest change that meets them; nothing if none does}
   *
   * @param objectives what is wanted
   */
  Optional<ContainerSpec> best(Objectives objectives) {
    Optional<Chosen> best = Optional.empty();
    for (Choice startup : startups(objectives)) {
      ContainerSpec started =
          startup.probe().handler().isEmpty()
              ? container
              : container.with(ProbeKind.STARTUP, startup.probe());
      Optional<Chosen> one = withStartup(objectives, started, startup.cost());
      if (one.isPresent() && (best.isEmpty() || one.get().cost() < best.get().cost())) {
        best = one;
      }
    }
    return best.map(Chosen::container);
  }

  private Optional<Chosen> withStartup(
      Objectives objectives, ContainerSpec started, double startupCost) {
    Optional<Choice> liveness =
        cheapest(
            ProbeKind.LIVENESS,
            started,
            objectives,
            List.of(
                Objective.HANG_RESTARTED_WITHIN,
                Objective.STALL_SURVIVED,
                Objective.STARTS_SURVIVED));
    Optional<Choice> readiness =
        cheapest(
            ProbeKind.READINESS,
            started,
            objectives,
            List.of(Objective.TRAFFIC_GONE_WITHIN, Objective.READY_WITHIN));
    if (liveness.isEmpty() || readiness.isEmpty()) {
      return Optional.empty();
    }
    ContainerSpec all = put(ProbeKind.LIVENESS, liveness.get(), started);
    all = put(ProbeKind.READINESS, readiness.get(), all);
    double cost = startupCost + liveness.get().cost() + readiness.get().cost();
    return Optional.of(new Chosen(all, cost));
  }

  private static ContainerSpec put(ProbeKind kind, Choice choice, ContainerSpec into) {
    return into.probe(kind).isPresent() ? into.with(kind, choice.probe()) : into;
  }

  /** {@return the smallest change of one probe; a container without it has to do without} */
  private Optional<Choice> cheapest(
      ProbeKind kind, ContainerSpec started, Objectives objectives, List<Objective> concerned) {
    Optional<Probe> now = started.probe(kind);
    if (now.isEmpty()) {
      boolean met = concerned.stream().allMatch(one -> isMet(one, objectives, started));
      return met ? Optional.of(new Choice(Probe.builder().build(), 0)) : Optional.empty();
    }
    return choices(kind, now.get())
        .passing(
            probe ->
                concerned.stream()
                    .allMatch(one -> isMet(one, objectives, started.with(kind, probe))),
            probe -> leastThreshold(kind, probe, started, objectives))
        .stream()
        .findFirst();
  }

  private ProbeChoices choices(ProbeKind kind, Probe probe) {
    return new ProbeChoices(kind, probe, request.evidence().timeout(kind), otherGrace(kind));
  }

  /** A measured stop, with margin, is a grace period that is long enough; a hook is not in it. */
  private OptionalLong otherGrace(ProbeKind kind) {
    OptionalLong stop = request.evidence().stop();
    if (kind != ProbeKind.LIVENESS || stop.isEmpty() || container.preStop().isPresent()) {
      return OptionalLong.empty();
    }
    double millis = stop.getAsLong() * request.margin();
    return OptionalLong.of(Math.max((long) Math.ceil(millis / 1000), 2));
  }

  private long leastThreshold(
      ProbeKind kind, Probe probe, ContainerSpec started, Objectives objectives) {
    if (kind != ProbeKind.LIVENESS) {
      return 1;
    }
    OptionalLong stall = objectives.value(Objective.STALL_SURVIVED);
    boolean noticed = probe.handler().map(Handler::noticesHang).orElse(true);
    long surviving =
        stall.isPresent() && noticed
            ? ProbeChoices.survivingStall(probe.timing(), stall.getAsLong())
            : 1;
    boolean bounds = started.probe(ProbeKind.STARTUP).isEmpty();
    long starts = bounds ? survivingStarts(probe, objectives) : 1;
    return Math.max(Math.max(surviving, starts), tolerated(started));
  }

  /** One lost answer restarts nothing, unless it does so already. */
  private static long tolerated(ContainerSpec started) {
    return started
        .probe(ProbeKind.LIVENESS)
        .map(now -> Math.min(now.timing().failureThreshold(), LEAST_FAILURES))
        .orElse(LEAST_FAILURES);
  }

  private long survivingStarts(Probe probe, Objectives objectives) {
    return objectives.value(Objective.STARTS_SURVIVED).isEmpty()
        ? 1
        : ProbeBudget.of(probe)
            .failureThresholdFor(Duration.ofMillis(request.slowestStart() + startSlack()));
  }

  private long startSlack() {
    return times.slack().getOrDefault(Objective.STARTS_SURVIVED, 0L);
  }

  boolean isMet(Objective objective, Objectives objectives, ContainerSpec candidate) {
    OptionalLong wanted = objectives.value(objective);
    if (wanted.isEmpty()) {
      return true;
    }
    long value =
        objective == Objective.STARTS_SURVIVED ? request.slowestStart() : wanted.getAsLong();
    return times.isMet(objective, value, candidate);
  }

  ObjectiveTimes times() {
    return times;
  }

  /** The startup probe in all its forms; none, and a new one, where there is none. */
  private List<Choice> startups(Objectives objectives) {
    Optional<Probe> now = container.probe(ProbeKind.STARTUP);
    List<Choice> all = new ArrayList<>();
    if (now.isEmpty()) {
      all.add(new Choice(Probe.builder().build(), 0));
    }
    Optional<Probe> base = now.or(this::modelled);
    if (base.isPresent()) {
      choices(ProbeKind.STARTUP, base.get())
          .passing(
              probe ->
                  isMet(
                      Objective.STARTS_SURVIVED,
                      objectives,
                      container.with(ProbeKind.STARTUP, probe)),
              probe -> survivingStarts(probe, objectives))
          .forEach(
              choice ->
                  all.add(
                      new Choice(choice.probe(), choice.cost() + (now.isEmpty() ? NEW_PROBE : 0))));
    }
    return all;
  }

  /** What liveness asks says, too, whether the application has started. */
  private Optional<Probe> modelled() {
    return container
        .probe(ProbeKind.LIVENESS)
        .flatMap(Probe::handler)
        .map(Probe::of)
        .map(probe -> probe.toBuilder().number(ProbeField.PERIOD_SECONDS, 1).build());
  }
}
