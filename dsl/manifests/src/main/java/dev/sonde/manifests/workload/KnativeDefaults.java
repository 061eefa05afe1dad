package dev.sonde.manifests.workload;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Knative makes of a Service of its own before Kubernetes sees the pod. */
final class KnativeDefaults {

  static final String GROUP = "serving.knative.dev";

  /** What is beside the fields of a pod spec there. */
  static final Set<String> OWN_FIELDS =
      Set.of(
          "containerConcurrency",
          "timeoutSeconds",
          "responseStartTimeoutSeconds",
          "idleTimeoutSeconds");

  private static final int PORT = 8080;

  private KnativeDefaults() {}

  static PodSpec completed(PodSpec pod) {
    return new PodSpec(
        pod.containers().stream().map(one -> completed(one, isServing(one, pod))).toList(),
        pod.initContainers(),
        pod.ephemeralContainers(),
        pod.restartPolicy(),
        pod.terminationGracePeriodSeconds(),
        pod.os());
  }

  /** Requests go to the container with a port, or to the only one. */
  private static boolean isServing(ContainerSpec container, PodSpec pod) {
    return !container.ports().isEmpty() || pod.containers().size() == 1;
  }

  private static ContainerSpec completed(ContainerSpec container, boolean serving) {
    if (!serving) {
      return container;
    }
    Map<ProbeKind, Probe> probes = new EnumMap<>(ProbeKind.class);
    container
        .probes()
        .forEach((kind, probe) -> probes.put(kind, completed(probe, container.ports())));
    probes.computeIfAbsent(
        ProbeKind.READINESS, kind -> completed(Probe.builder().build(), container.ports()));
    return new ContainerSpec(
        container.name(),
        container.restart(),
        completed(container.ports()),
        container.lifecycle(),
        probes);
  }

  private static List<ContainerPort> completed(List<ContainerPort> ports) {
    return ports.isEmpty()
        ? List.of(new ContainerPort(Optional.empty(), PORT))
        : ports.stream()
            .map(port -> new ContainerPort(port.name(), servingPort(List.of(port))))
            .toList();
  }

  static Probe completed(Probe probe, List<ContainerPort> ports) {
    Port serving = Port.of(servingPort(ports));
    List<Handler> handlers =
        probe.handlers().isEmpty() ? List.of(TcpSocket.of(serving)) : probe.handlers();
    return probe.withHandlers(
        handlers.stream()
            .map(handler -> handler.withPort(port -> port.equals(Port.of(0)) ? serving : port))
            .toList());
  }

  static ProbeSet completed(ProbeSet probes, List<ContainerPort> ports) {
    ProbeSet completed = probes;
    for (Map.Entry<ProbeKind, Probe> probe : probes.probes().entrySet()) {
      completed = completed.with(probe.getKey(), completed(probe.getValue(), ports));
    }
    return completed;
  }

  static int servingPort(List<ContainerPort> ports) {
    return ports.stream()
        .map(ContainerPort::containerPort)
        .filter(number -> number != 0)
        .findFirst()
        .orElse(PORT);
  }

  /**
   * Knative knows only names of protocols, such as {@code h2c}, and takes the one port that a
   * container declares for the one that requests go to.
   */
  static ProbeSet suited(ProbeSet probes, List<ContainerPort> ports) {
    return completed(probes.withNumberedPorts(), ports).withPorts(List.of());
  }
}
