package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.RolloutChanged;
import dev.sonde.kubelet.internal.report.model.Timeline.Fact;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.kubelet.sim.ServiceTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a scenario comes to. */
final class ScenarioFacts {

  private final ScenarioRecording recording;
  private final List<Fact> facts = new ArrayList<>();

  private ScenarioFacts(ScenarioRecording recording) {
    this.recording = recording;
  }

  static List<Fact> of(PlannedScenario plan, ScenarioRecording recording) {
    ScenarioFacts facts = new ScenarioFacts(recording);
    if (recording.scenario().fleet().rollout().isPresent()) {
      facts.ofRollout(NanoTime.of(recording.scenario().fleet().rollout().get().at()));
    } else if (plan.incident().isPresent()) {
      facts.afterIncident(NanoTime.of(plan.incident().get()));
    } else {
      facts.ofStart();
    }
    facts.bounds(plan);
    return facts.facts;
  }

  private void ofStart() {
    add("Ready", first(PodEvent.PodReadyChanged.class, PodEvent.PodReadyChanged::ready, 0), 0);
    restarts();
    if (recording.scenario().fleet().replicas() > 1) {
      traffic();
    }
  }

  private void afterIncident(long incident) {
    long removed = first(PodEvent.TrafficChanged.class, changed -> !changed.receives(), incident);
    add("Traffic removed", removed, incident);
    long kill = first(ContainerEvent.KillDecided.class, k -> k.reason().isProbe(), incident);
    add("Restart decided", kill, incident);
    if (removed >= 0) {
      long from = Math.max(removed, kill);
      add(
          "Traffic back",
          first(PodEvent.TrafficChanged.class, PodEvent.TrafficChanged::receives, from),
          incident);
    }
    restarts();
  }

  private void ofRollout(long begin) {
    add(
        "Complete",
        first(RolloutChanged.class, r -> r.state() == RolloutChanged.State.COMPLETE, 0),
        begin);
    if (first(RolloutChanged.class, r -> r.state() == RolloutChanged.State.STALLED, 0) >= 0) {
      facts.add(new Fact("Stalled", "yes: no progress until the deadline"));
    }
    traffic();
  }

  private void traffic() {
    ServiceTraffic traffic = recording.traffic();
    facts.add(new Fact("Fewest pods with traffic", Integer.toString(traffic.fewestPods())));
    facts.add(
        new Fact(
            "Requests lost",
            traffic.nothingLost()
                ? "none"
                : "as many as come in " + TimeWords.text(traffic.lost())));
  }

  private void restarts() {
    long restarts =
        recording.all(ContainerEvent.ContainerRunning.class).filter(r -> r.instance() > 1).count();
    facts.add(new Fact("Restarts", Long.toString(restarts)));
  }

  private void bounds(PlannedScenario plan) {
    if (plan.scenario().duration().compareTo(recording.scenario().duration()) > 0) {
      facts.add(
          new Fact(
              "Shown",
              "the first %s of %s"
                  .formatted(
                      TimeWords.text(recording.scenario().duration()),
                      TimeWords.text(plan.scenario().duration()))));
    }
    int played = recording.scenario().fleet().replicas();
    if (plan.scenario().fleet().replicas() > played
        || recording.allPods() > recording.pods().size()) {
      facts.add(
          new Fact(
              "Pods",
              "%d shown, %d played, %d replicas"
                  .formatted(
                      recording.pods().size(),
                      recording.allPods(),
                      plan.scenario().fleet().replicas())));
    }
  }

  private <E extends KubeletEvent> long first(Class<E> type, Predicate<E> which, long from) {
    Stream<E> events = recording.all(type);
    return events
        .filter(event -> event.at() >= from)
        .filter(which)
        .mapToLong(KubeletEvent::at)
        .findFirst()
        .orElse(-1);
  }

  private void add(String label, long at, long since) {
    String when = since == 0 ? "after " + TimeWords.text(at < 0 ? 0 : at) : later(at - since);
    facts.add(new Fact(label, at < 0 ? "not seen" : when));
  }

  private static String later(long nanos) {
    return nanos <= 0 ? "at once" : TimeWords.text(nanos) + " later";
  }
}
