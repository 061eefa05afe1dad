package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Findings;
import dev.sonde.rules.PodSpecRules;
import java.util.ArrayList;
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
    Findings first = check(scenario, scenario.pod());
    return scenario
        .fleet()
        .rollout()
        .map(rollout -> check(scenario, rollout.to().spec()))
        .map(first::and)
        .orElse(first);
  }

  private static Findings check(Scenario scenario, PodSpec pod) {
    return PodSpecRules.validate(pod, FieldPath.of("spec"), scenario.kubelet().version());
  }

  /**
   * Plays a scenario.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @return all that happened
   */
  public static PlayedScenario play(Scenario scenario) {
    return play(scenario, event -> true);
  }

  /**
   * Plays a scenario and keeps a part of what happens: thousands of pods are tried millions of
   * times an hour.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @param kept which events are in the trace
   * @return what happened, as far as it is kept
   */
  public static PlayedScenario play(Scenario scenario, Predicate<KubeletEvent> kept) {
    List<TraceEntry> entries = new ArrayList<>();
    ServiceTraffic traffic =
        run(scenario, kept, (pod, event) -> entries.add(new TraceEntry(pod, event)));
    return new PlayedScenario(scenario, entries, traffic);
  }

  /**
   * Plays a scenario and hands on what happens while it happens.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @param listener hears what happens, in the order of time; what happens at one moment, in the
   *     order of the pods where these do not depend on each other
   * @return what became of the requests to a Service in front of the pods
   */
  public static ServiceTraffic run(Scenario scenario, TraceListener listener) {
    return run(scenario, event -> true, listener);
  }

  /**
   * Plays a scenario and hands on a part of what happens while it happens.
   *
   * @param scenario what to play; {@link #check} finds no error in it
   * @param kept which events are handed on
   * @param listener hears them, in the order of time; what happens at one moment, in the order of
   *     the pods where these do not depend on each other
   * @return what became of the requests to a Service in front of the pods
   */
  public static ServiceTraffic run(
      Scenario scenario, Predicate<KubeletEvent> kept, TraceListener listener) {
    TrafficMeter meter =
        new TrafficMeter(
            scenario.fleet().rollout().map(update -> NanoTime.of(update.at())).orElse(0L));
    SplittableRandom random = new SplittableRandom(scenario.seed());
    int replicas = scenario.fleet().replicas();
    long end = NanoTime.of(scenario.duration());
    TraceListener filtered =
        (pod, event) -> {
          if (kept.test(event)) {
            listener.happened(pod, event);
          }
        };
    if (replicas == 1 || scenario.fleet().rollout().isPresent()) {
      ClockCell together = new ClockCell(scenario, 0, random, filtered, meter);
      together.prepare(replicas);
      together.runUntil(end);
    } else {
      new PodShift(scenario, random, meter, kept, listener).run(end);
    }
    return meter.sum(end);
  }
}
