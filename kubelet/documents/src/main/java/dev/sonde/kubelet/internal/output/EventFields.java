package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.event.RolloutChanged;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as fields: numbers of seconds are exact, names are stable. */
final class EventFields {

  private EventFields() {}

  /**
   * {@return the fields of an event, {@code t} and {@code event} first}
   *
   * @param pod the pod's name; empty for the workload as a whole
   * @param event the event
   */
  static Map<String, Object> of(String pod, KubeletEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("t", NanoTime.exactSeconds(event.at()));
    fields.put("event", event.type());
    if (!pod.isEmpty()) {
      fields.put("pod", pod);
    }
    if (!event.container().isEmpty()) {
      fields.put("container", event.container());
    }
    if (event instanceof ProbeEvent probe) {
      probe(probe, fields);
    } else if (event instanceof ContainerEvent container) {
      container(container, fields);
    } else if (event instanceof PodEvent some) {
      pod(some, fields);
    } else if (event instanceof RolloutChanged rollout) {
      fields.put("state", rollout.state().word());
      fields.put("updated", rollout.updated());
      fields.put("available", rollout.available());
    }
    return fields;
  }

  private static void probe(ProbeEvent event, Map<String, Object> fields) {
    fields.put("probe", event.probe().word());
    if (event instanceof ProbeEvent.ProbeTried tried) {
      fields.put("instance", tried.instance());
      fields.put("result", tried.outcome().verdict().word());
      fields.put("reason", tried.outcome().reason());
      fields.put("run", tried.run());
      fields.put("threshold", tried.threshold());
      fields.put("tookSeconds", NanoTime.exactSeconds(tried.took()));
    } else if (event instanceof ProbeEvent.ProbeErrored errored) {
      fields.put("instance", errored.instance());
      fields.put("reason", errored.outcome().reason());
      fields.put("attempts", errored.attempts());
    } else if (event instanceof ProbeEvent.ProbeChanged changed) {
      fields.put("instance", changed.instance());
      fields.put("result", changed.result().word());
      fields.put("initial", changed.initial());
    } else if (event instanceof ProbeEvent.FirstTryDelayed delayed) {
      fields.put("until", NanoTime.exactSeconds(delayed.until()));
    }
  }

  private static void container(ContainerEvent event, Map<String, Object> fields) {
    if (event instanceof ContainerEvent.ContainerRunning running) {
      fields.put("instance", running.instance());
    } else if (event instanceof ContainerEvent.StartedChanged changed) {
      fields.put("started", changed.started());
    } else if (event instanceof ContainerEvent.ReadyChanged changed) {
      fields.put("ready", changed.ready());
    } else if (event instanceof ContainerEvent.KillDecided kill) {
      fields.put("instance", kill.instance());
      fields.put("reason", kill.reason().word());
      fields.put("gracePeriodSeconds", kill.graceSeconds());
      fields.put("restarts", kill.restarts());
    } else if (event instanceof ContainerEvent.SignalSent sent) {
      fields.put("instance", sent.instance());
      fields.put("signal", sent.signal());
    } else if (event instanceof ContainerEvent.ContainerExited exited) {
      fields.put("instance", exited.instance());
      fields.put("exitCode", exited.exitCode());
    } else if (event instanceof ContainerEvent.RestartDelayed delayed) {
      fields.put("until", NanoTime.exactSeconds(delayed.until()));
      fields.put("backOffSeconds", NanoTime.exactSeconds(delayed.backOff()));
    }
  }

  private static void pod(PodEvent event, Map<String, Object> fields) {
    if (event instanceof PodEvent.PodReadyChanged changed) {
      fields.put("ready", changed.ready());
    } else if (event instanceof PodEvent.TrafficChanged changed) {
      fields.put("receives", changed.receives());
    } else if (event instanceof PodEvent.PodDeleted deleted) {
      fields.put("gracePeriodSeconds", deleted.graceSeconds());
    } else if (event instanceof PodEvent.PodEnded ended) {
      fields.put("phase", ended.phase());
    }
  }
}
