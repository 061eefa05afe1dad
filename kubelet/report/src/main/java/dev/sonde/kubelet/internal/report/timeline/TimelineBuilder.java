package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.model.TimelineLane;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Turns scenarios into timelines, by the simulator. */
public final class TimelineBuilder {

  private final PlannedScenario plan;
  private final ScenarioRecording recording;
  private final long end;

  private TimelineBuilder(PlannedScenario plan, ScenarioRecording recording) {
    this.plan = plan;
    this.recording = recording;
    this.end = NanoTime.of(recording.scenario().duration());
  }

  /**
   * {@return what happens in a scenario} Of a very long one, or of very many pods, a part is
   * played, and the facts say so.
   *
   * @param plan the scenario; Kubernetes accepts its pods
   */
  public static Timeline of(PlannedScenario plan) {
    return new TimelineBuilder(plan, ScenarioRecording.of(plan.scenario())).timeline();
  }

  private Timeline timeline() {
    List<ContainerSpec> containers = containers();
    return new Timeline(
        plan.id(),
        plan.title(),
        plan.story(),
        end,
        plan.isFleet() ? podLanes() : containerLanes(containers),
        ScenarioFacts.of(plan, recording),
        StoryMoments.of(told(), plan.isFleet(), containers.size() > 1));
  }

  /** The story leaves out the pod's other containers. */
  private List<TraceEntry> told() {
    return recording.entries().stream().filter(entry -> isTold(entry.event().container())).toList();
  }

  private boolean isTold(String container) {
    return container.isEmpty() || plan.container().map(container::equals).orElse(true);
  }

  private Stream<ContainerSpec> allContainers() {
    return Stream.concat(
        plan.scenario().pod().initContainers().stream(),
        plan.scenario().pod().containers().stream());
  }

  private List<ContainerSpec> containers() {
    return allContainers().filter(container -> isTold(PodTemplate.nameOf(container))).toList();
  }

  private List<TimelineLane> podLanes() {
    List<TimelineLane> lanes = new ArrayList<>();
    List<String> byNumber = new ArrayList<>(recording.pods());
    byNumber.sort(Comparator.comparingInt(String::length).thenComparing(name -> name));
    for (String pod : byNumber) {
      lanes.add(new TimelineLane(pod, PodLane.life(recording.of(pod), end), List.of()));
    }
    return lanes;
  }

  private List<TimelineLane> containerLanes(List<ContainerSpec> containers) {
    List<TimelineLane> lanes = new ArrayList<>();
    List<KubeletEvent> events =
        recording.pods().stream().findFirst().map(recording::of).orElse(List.of());
    for (ContainerSpec container : containers) {
      addLanes(container, containers.size() > 1, events, lanes);
    }
    lanes.add(new TimelineLane("pod ready", PodLane.ready(events, end), List.of()));
    lanes.add(new TimelineLane("traffic", PodLane.traffic(events, end), List.of()));
    return lanes;
  }

  private void addLanes(
      ContainerSpec container, boolean named, List<KubeletEvent> events, List<TimelineLane> lanes) {
    String name = PodTemplate.nameOf(container);
    String prefix = named ? name + " " : "";
    TimelineLane application =
        new TimelineLane(
            prefix + "application",
            ApplicationLane.of(
                events, name, recording.scenario().template().application(container), end),
            List.of());
    if (!application.isEmpty()) {
      lanes.add(application);
    }
    lanes.add(
        new TimelineLane(prefix + "container", ContainerLane.of(events, name, end), List.of()));
    for (ProbeKind kind : ProbeKind.values()) {
      if (container.probe(kind).isPresent()) {
        lanes.add(
            new TimelineLane(prefix + kind.word(), List.of(), ProbeLane.of(events, name, kind)));
      }
    }
  }
}
