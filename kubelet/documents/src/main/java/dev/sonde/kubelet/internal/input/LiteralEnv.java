package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values that a container's {@code env} states literally. The kubelet puts them into the
 * commands of probes; a variable with {@code valueFrom} is empty there.
 */
record LiteralEnv(Map<String, String> values) {

  /** The {@code env} beside a probe or in a container. */
  static LiteralEnv of(JsonReader container) {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonReader variable : container.list("env", JsonReader::of)) {
      variable.text("name").ifPresent(name -> values.put(name, variable.text("value").orElse("")));
    }
    return new LiteralEnv(values);
  }

  /** The {@code env} of a container in a pod spec. */
  static LiteralEnv of(JsonReader podSpec, ContainerSpec container) {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> podSpec.list(list, JsonReader::of).stream())
        .filter(node -> node.text("name").equals(container.name()))
        .findFirst()
        .map(LiteralEnv::of)
        .orElse(new LiteralEnv(Map.of()));
  }

  ContainerSpec expand(ContainerSpec container) {
    ContainerSpec expanded = container;
    for (Map.Entry<ProbeKind, Probe> probe : container.probes().entrySet()) {
      expanded = expanded.with(probe.getKey(), expand(probe.getValue()));
    }
    return expanded;
  }

  Probe expand(Probe probe) {
    Optional<Exec> exec = probe.handler().filter(Exec.class::isInstance).map(Exec.class::cast);
    return exec.map(command -> probe.withHandler(command.expanded(values))).orElse(probe);
  }
}
