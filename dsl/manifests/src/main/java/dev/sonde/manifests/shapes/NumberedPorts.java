package dev.sonde.manifests.shapes;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks ports by number where the number of the name is known. */
final class NumberedPorts {

  private NumberedPorts() {}

  static ProbeSet in(ProbeSet probes) {
    ProbeSet numbered = probes;
    for (Map.Entry<ProbeKind, Probe> entry : probes.probes().entrySet()) {
      numbered = numbered.with(entry.getKey(), in(entry.getValue(), probes.ports()));
    }
    return numbered;
  }

  private static Probe in(Probe probe, List<ContainerPort> ports) {
    List<Handler> handlers = probe.handlers().stream().map(h -> in(h, ports)).toList();
    return new Probe(
        handlers,
        probe.initialDelaySeconds(),
        probe.timeoutSeconds(),
        probe.periodSeconds(),
        probe.successThreshold(),
        probe.failureThreshold(),
        probe.terminationGracePeriodSeconds());
  }

  private static Handler in(Handler handler, List<ContainerPort> ports) {
    if (handler instanceof HttpGet http) {
      Port port = number(http.port(), ports);
      return new HttpGet(http.path(), port, http.host(), http.scheme(), http.httpHeaders());
    }
    return handler instanceof TcpSocket tcp
        ? new TcpSocket(number(tcp.port(), ports), tcp.host())
        : handler;
  }

  static Port number(Port port, List<ContainerPort> ports) {
    return ports.stream()
        .filter(declared -> declared.name().equals(Optional.of(port.toString())))
        .filter(declared -> port instanceof Port.Named)
        .findFirst()
        .<Port>map(declared -> Port.of(declared.containerPort()))
        .orElse(port);
  }
}
