package dev.sonde.manifests.shapes;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.function.Function;

/** The fields that a set of probes puts into a container, its ports among them. */
final class ContainerFields {

  static final String PORTS = "ports";

  private ContainerFields() {}

  /** The ports that the probes need, then what {@link ProbeSet#toFields()} says. */
  static YamlMap of(ProbeSet probes) {
    return of(probes, ContainerFields::port);
  }

  /** The same with every port written in another way. */
  static YamlMap of(ProbeSet probes, Function<ContainerPort, YamlMap> port) {
    YamlMap.Builder fields = YamlMap.builder();
    if (!probes.ports().isEmpty()) {
      fields.put(PORTS, new YamlList(probes.ports().stream().<YamlNode>map(port).toList()));
    }
    return fields.putAll(probes.toFields()).build();
  }

  static YamlMap port(ContainerPort port) {
    return YamlMap.builder()
        .put("name", port.name())
        .put("containerPort", port.containerPort())
        .build();
  }
}
