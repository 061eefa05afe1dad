package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Findings;
import dev.sonde.rules.PodSpecRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Plays scenarios on virtual time. The same scenario gives the same events. */
public final class Simulation {

  private Simulation() {}

  /**
   * {@return what the API server says to the pods; with an error in it there is nothing to play}
   *
   * @param scenario what is to be played
   */
  public static Findings check(Scenario scenario) {
    Findings first = PodSpecRules.validate(scenario.pod(), FieldPath.of("spec"));
    return scenario
        .fleet()
        .rollout()
        .map(rollout -> PodSpecRules.validate(rollout.to().spec(), FieldPath.of("spec")))
        .map(first::and)
        .orElse(first);
  }

  /**
   * Plays a scenario.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @return all that happened
   */
  public static Played play(Scenario scenario) {
    return play(scenario, event -> true);
  }

  /**
   * Plays a scenario and keeps a part of what happens: thousands of pods are tried millions of
   * times an hour.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @param kept which events stand in the trace
   * @return what happened, as far as it is kept
   */
  public static Played play(Scenario scenario, Predicate<KubeletEvent> kept) {
    List<TraceEntry> entries = new ArrayList<>();
    Traffic traffic =
        run(
            scenario,
            (pod, event) -> {
              if (kept.test(event)) {
                entries.add(new TraceEntry(pod, event));
              }
            });
    entries.sort(Comparator.comparingLong(entry -> entry.event().at()));
    return new Played(scenario, entries, traffic);
  }

  /**
   * Plays a scenario.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @param listener hears what happens, in the order of time for each pod; pods that do not depend
   *     on each other are played one after the other
   * @return what became of the requests to a Service in front of the pods
   */
  public static Traffic run(Scenario scenario, TraceListener listener) {
    SplittableRandom random = new SplittableRandom(scenario.seed());
    TrafficMeter meter = new TrafficMeter();
    int replicas = scenario.fleet().replicas();
    if (scenario.fleet().rollout().isPresent()) {
      new Cell(scenario, 0, random, listener, meter).play(replicas);
    } else {
      for (int pod = 0; pod < replicas; pod++) {
        new Cell(scenario, pod, random, listener, meter).play(1);
        meter.forgetPods();
      }
    }
    return meter.sum(Nanos.of(scenario.duration()));
  }
}
