package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.report.model.Span;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.kubelet.sim.Application;
import dev.sonde.kubelet.sim.Effect;
import dev.sonde.kubelet.sim.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the application in a container does, instance by instance: the cause of all the rest. */
final class ApplicationLane {

  private record Instance(int number, long began, long ended) {}

  private final Application application;
  private final List<Span> spans = new ArrayList<>();

  private ApplicationLane(Application application) {
    this.application = application;
  }

  static List<Span> of(
      List<KubeletEvent> events, String container, Application application, long end) {
    ApplicationLane lane = new ApplicationLane(application);
    instances(events, container, end).forEach(lane::add);
    lane.spans.sort(Comparator.comparingLong(Span::from));
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
    long answers = EventLoop.after(instance.began, Nanos.of(application.startsIn()));
    add(Span.Kind.STARTING, instance.began, answers, "starting", instance);
    for (Fault fault : application.faults()) {
      if (fault.instance().isEmpty() || fault.instance().getAsInt() == instance.number) {
        long origin = fault.ofContainer() ? instance.began : 0;
        long from = EventLoop.after(Nanos.of(fault.from()), origin);
        long until =
            fault
                .until()
                .map(Nanos::of)
                .map(t -> EventLoop.after(t, origin))
                .orElse(EventLoop.NEVER);
        add(kind(fault), Math.max(from, answers), until, words(fault), instance);
      }
    }
  }

  private void add(Span.Kind kind, long from, long until, String text, Instance instance) {
    long begin = Math.max(from, instance.began);
    long end = Math.min(until, instance.ended);
    if (end > begin) {
      spans.add(new Span(kind, begin, end, text));
    }
  }

  private static Span.Kind kind(Fault fault) {
    return fault.does() == Effect.SUCCEEDS ? Span.Kind.RUNNING : Span.Kind.FAULT;
  }

  private static String words(Fault fault) {
    return fault.reason().isEmpty() ? fault.does().word() : fault.reason();
  }
}
