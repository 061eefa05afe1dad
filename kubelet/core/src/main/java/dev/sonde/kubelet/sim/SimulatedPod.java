package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.pod.KubeletConfig;
import dev.sonde.kubelet.internal.pod.Pod;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.model.ContainerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** A pod of a simulation, and whether it receives and answers requests. */
final class SimulatedPod {

  /** Hears when something about a pod may have changed that others depend on. */
  interface Watcher {
    void changed(SimulatedPod pod);
  }

  private final String name;
  private final Pod pod;
  private final EventLoop loop;
  private final ReadinessGates gates;
  private final TraceListener listener;
  private final Watcher watcher;
  private final List<SimulatedContainer> main = new ArrayList<>();
  private boolean traffic;
  private long readySince = EventLoop.NEVER;

  SimulatedPod(
      String name,
      PodTemplate template,
      KubeletConfig config,
      SplittableRandom random,
      Duration end,
      TraceListener listener,
      Watcher watcher) {
    this.name = name;
    this.loop = config.loop();
    this.gates = template.gates();
    this.listener = listener;
    this.watcher = watcher;
    this.pod =
        new Pod(
            template.spec(),
            config,
            container -> runtime(container, template, random, end),
            this::happened);
  }

  private SimulatedContainer runtime(
      ContainerSpec container, PodTemplate template, SplittableRandom random, Duration end) {
    SimulatedApplication application = template.application(container).drawn(random, end);
    SimulatedContainer runtime =
        new SimulatedContainer(container, application, loop, () -> watcher.changed(this));
    if (template.spec().containers().contains(container)) {
      main.add(runtime);
    }
    return runtime;
  }

  private void happened(KubeletEvent event) {
    listener.happened(name, event);
    if (event instanceof PodEvent.TrafficChanged changed) {
      traffic = changed.receives();
      watcher.changed(this);
    } else if (event instanceof PodEvent.PodReadyChanged changed) {
      readySince = changed.ready() ? event.at() : EventLoop.NEVER;
      watcher.changed(this);
    } else if (event instanceof PodEvent.PodEnded) {
      watcher.changed(this);
    }
  }

  Pod pod() {
    return pod;
  }

  void start() {
    gates.play(pod, loop);
    pod.start();
  }

  void delete() {
    pod.delete(OptionalLong.empty());
    watcher.changed(this);
  }

  /** Neither gone nor going. */
  boolean active() {
    return !pod.deleted() && !pod.finished();
  }

  /** Since when the pod is ready; {@link EventLoop#NEVER} while it is not. */
  long readySince() {
    return readySince;
  }

  boolean receivesTraffic() {
    return traffic;
  }

  /** Whether a request that arrives now is answered as it should. */
  boolean serves() {
    return main.stream().allMatch(SimulatedContainer::serves);
  }
}
