package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.report.model.TimelineSpan;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.ApplicationFault;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.SimulatedApplication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the application in a container does, instance by instance: the cause of all the rest. */
final class ApplicationLane {

  private record Instance(int number, long began, long ended) {}

  private final SimulatedApplication application;
  private final List<TimelineSpan> spans = new ArrayList<>();

  private ApplicationLane(SimulatedApplication application) {
    this.application = application;
  }

  static List<TimelineSpan> of(
      List<KubeletEvent> events, String container, SimulatedApplication application, long end) {
    ApplicationLane lane = new ApplicationLane(application);
    instances(events, container, end).forEach(lane::add);
    lane.spans.sort(Comparator.comparingLong(TimelineSpan::from));
    return lane.spans;
  }

  private static List<Instance> instances(List<KubeletEvent> events, String container, long end) {
    List<Instance> instances = new ArrayList<>();
    for (KubeletEvent event : events) {
      if (!event.container().equals(container)) {
        continue;
      }
      if (event instanceof ContainerEvent.ContainerRunning running) {
        instances.add(new Instance(running.instance(), running.at(), end));
      } else if (event instanceof ContainerEvent.ContainerExited exited && !instances.isEmpty()) {
        Instance last = instances.remove(instances.size() - 1);
        instances.add(new Instance(last.number, last.began, exited.at()));
      }
    }
    return instances;
  }

  private void add(Instance instance) {
    long answers = EventLoop.after(instance.began, NanoTime.of(application.startsIn()));
    add(TimelineSpan.Kind.STARTING, instance.began, answers, "starting", instance);
    for (ApplicationFault fault : application.faults()) {
      if (fault.instance().isEmpty() || fault.instance().getAsInt() == instance.number) {
        long origin = fault.ofContainer() ? instance.began : 0;
        long from = EventLoop.after(NanoTime.of(fault.from()), origin);
        long until =
            fault
                .until()
                .map(NanoTime::of)
                .map(t -> EventLoop.after(t, origin))
                .orElse(EventLoop.NEVER);
        add(kind(fault), Math.max(from, answers), until, words(fault), instance);
      }
    }
  }

  private void add(TimelineSpan.Kind kind, long from, long until, String text, Instance instance) {
    long begin = Math.max(from, instance.began);
    long end = Math.min(until, instance.ended);
    if (end > begin) {
      spans.add(new TimelineSpan(kind, begin, end, text));
    }
  }

  private static TimelineSpan.Kind kind(ApplicationFault fault) {
    return fault.does() == FaultEffect.SUCCEEDS
        ? TimelineSpan.Kind.RUNNING
        : TimelineSpan.Kind.FAULT;
  }

  private static String words(ApplicationFault fault) {
    return fault.reason().isEmpty() ? fault.does().word() : fault.reason();
  }
}
