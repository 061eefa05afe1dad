package dev.sonde.manifests.shapes;

import dev.sonde.manifests.workload.ValuesPath;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one container has in a chart: its values, and the names of its templates. */
record HelmPart(ProbeSet probes, ValuesPath path) {

  /** The ports that the probes ask by name, as a map: a chart's user can change an entry of it. */
  static final String PORTS = "probePorts";

  /** One part for each container; several containers are each below their name. */
  static List<HelmPart> of(List<ProbeSet> sets, ShapeOptions options) {
    ValuesPath path = options.valuesPath().map(ValuesPath::parse).orElse(ValuesPath.TOP);
    List<HelmPart> parts = new ArrayList<>();
    for (ProbeSet probes : sets) {
      GeneratedHeader.fileName(probes, sets);
      parts.add(new HelmPart(probes, path.of(probes.container(), sets.size() > 1)));
    }
    return parts;
  }

  /** The start of the names of its templates. */
  String name() {
    return ProbeSetDocument.fileName(probes.container(), List.of()).replaceFirst("\\.yaml$", "");
  }

  /** Values with nothing in them but these at this container's place. */
  YamlMap around(YamlMap values) {
    YamlMap nested = values;
    for (int i = path.keys().size() - 1; i >= 0; i--) {
      nested = YamlMap.builder().put(path.keys().get(i), nested).build();
    }
    return nested;
  }

  /** What leads to this container's values in a template. */
  String inTemplate() {
    StringBuilder expression =
        new StringBuilder(path.keys().isEmpty() ? ".Values" : "index .Values");
    path.keys().forEach(key -> expression.append(" \"").append(key).append('"'));
    return expression.toString();
  }

  /** The fields of the container that the templates may write: the probes, and what else is set. */
  Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (ProbeKind kind : ProbeKind.values()) {
      fields.add(kind.fieldName());
    }
    fields.addAll(probes.toFields().entries().keySet());
    return fields;
  }

  /** The fields of the container that are set and are no probes. */
  YamlMap otherFields() {
    List<String> kinds = Arrays.stream(ProbeKind.values()).map(ProbeKind::fieldName).toList();
    return YamlMaps.only(probes.toFields(), field -> !kinds.contains(field));
  }

  /** What belongs in the pod itself. */
  YamlMap podFields() {
    return PodSpecFields.of(List.of(probes));
  }

  /** The ports with names; one without need not be declared to be asked. */
  YamlMap ports() {
    YamlMap.Builder ports = YamlMap.builder();
    for (ContainerPort port : probes.ports()) {
      port.name().ifPresent(name -> ports.put(name, port.containerPort()));
    }
    YamlMap named = ports.build();
    return named.isEmpty() ? named : YamlMap.builder().put(PORTS, named).build();
  }
}
