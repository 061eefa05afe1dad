package dev.sonde.manifests.shapes;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.util.List;
import java.util.Map;

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
    return probe.withHandlers(
        probe.handlers().stream()
            .map(handler -> handler.withPort(port -> port.resolved(ports)))
            .toList());
  }
}
