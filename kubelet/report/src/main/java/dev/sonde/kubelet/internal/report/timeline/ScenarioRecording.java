package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.ServiceTraffic;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happened in a scenario, as far as a picture can show it: scenarios may last for a year and
 * have 100,000 pods.
 *
 * @param scenario what was played, cut to the bounds
 * @param entries what happened to the pods that are shown, and to the workload as a whole
 * @param pods the names of the pods that are shown
 * @param allPods how many pods there were
 * @param traffic what became of the requests
 */
record ScenarioRecording(
    Scenario scenario,
    List<TraceEntry> entries,
    Set<String> pods,
    int allPods,
    ServiceTraffic traffic) {

  /** The most pods that are played. */
  static final int MOST_PLAYED = 100;

  /** The most pods that are shown. */
  static final int MOST_SHOWN = 12;

  /** All that happens to the pods that are shown. */
  static ScenarioRecording of(Scenario wanted) {
    return of(wanted, event -> true);
  }

  /** A part of it, to count by. */
  static ScenarioRecording of(Scenario wanted, Predicate<KubeletEvent> kept) {
    Scenario scenario = bounded(wanted);
    List<TraceEntry> entries = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Set<String> shown = new LinkedHashSet<>();
    ServiceTraffic traffic =
        Simulation.run(
            scenario,
            kept,
            (pod, event) -> {
              if (!pod.isEmpty() && seen.add(pod) && shown.size() < MOST_SHOWN) {
                shown.add(pod);
              }
              if (pod.isEmpty() || shown.contains(pod)) {
                entries.add(new TraceEntry(pod, event));
              }
            });
    return new ScenarioRecording(scenario, List.copyOf(entries), shown, seen.size(), traffic);
  }

  private static Scenario bounded(Scenario wanted) {
    PodFleet fleet = wanted.fleet();
    int replicas = Math.min(fleet.replicas(), MOST_PLAYED);
    Duration duration =
        wanted.duration().compareTo(PlannedScenario.LONGEST) > 0
            ? PlannedScenario.LONGEST
            : wanted.duration();
    return wanted
        .lasting(duration)
        .with(new PodFleet(replicas, fleet.startSpread(), fleet.rollout()));
  }

  /** {@return what happened to one pod, in the order of time} */
  List<KubeletEvent> of(String pod) {
    return entries.stream()
        .filter(entry -> entry.pod().equals(pod))
        .map(TraceEntry::event)
        .toList();
  }

  /** {@return all events of one type, in the order of time} */
  <E extends KubeletEvent> Stream<E> all(Class<E> type) {
    return entries.stream().map(TraceEntry::event).filter(type::isInstance).map(type::cast);
  }
}
