package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.report.model.Lane;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns scenarios into timelines, by the simulator. */
public final class Timelines {

  private final PlannedScenario plan;
  private final Recording recording;
  private final long end;

  private Timelines(PlannedScenario plan, Recording recording) {
    this.plan = plan;
    this.recording = recording;
    this.end = Nanos.of(recording.scenario().duration());
  }

  /**
   * {@return what happens in a scenario} Of a very long one, or of very many pods, a part is
   * played, and the facts say so.
   *
   * @param plan the scenario; Kubernetes accepts its pods
   */
  public static Timeline of(PlannedScenario plan) {
    return new Timelines(plan, Recording.of(plan.scenario())).timeline();
  }

  private Timeline timeline() {
    List<ContainerSpec> containers = containers();
    return new Timeline(
        plan.id(),
        plan.title(),
        plan.story(),
        end,
        plan.isFleet() ? podLanes() : containerLanes(containers),
        Facts.of(plan, recording),
        Moments.of(told(), plan.isFleet(), containers.size() > 1));
  }

  /** Of the pod's other containers nothing is told. */
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

  private List<Lane> podLanes() {
    List<Lane> lanes = new ArrayList<>();
    for (String pod : recording.pods()) {
      lanes.add(new Lane(pod, PodLane.life(recording.of(pod), end), List.of()));
    }
    return lanes;
  }

  private List<Lane> containerLanes(List<ContainerSpec> containers) {
    List<Lane> lanes = new ArrayList<>();
    List<KubeletEvent> events =
        recording.pods().stream().findFirst().map(recording::of).orElse(List.of());
    for (ContainerSpec container : containers) {
      addLanes(container, containers.size() > 1, events, lanes);
    }
    lanes.add(new Lane("pod ready", PodLane.ready(events, end), List.of()));
    lanes.add(new Lane("traffic", PodLane.traffic(events, end), List.of()));
    return lanes;
  }

  private void addLanes(
      ContainerSpec container, boolean named, List<KubeletEvent> events, List<Lane> lanes) {
    String name = PodTemplate.nameOf(container);
    String prefix = named ? name + " " : "";
    Lane application =
        new Lane(
            prefix + "application",
            ApplicationLane.of(
                events, name, recording.scenario().template().application(container), end),
            List.of());
    if (!application.isEmpty()) {
      lanes.add(application);
    }
    lanes.add(new Lane(prefix + "container", ContainerLane.of(events, name, end), List.of()));
    for (ProbeKind kind : ProbeKind.values()) {
      if (container.probe(kind).isPresent()) {
        lanes.add(new Lane(prefix + kind.word(), List.of(), ProbeLane.of(events, name, kind)));
      }
    }
  }
}
