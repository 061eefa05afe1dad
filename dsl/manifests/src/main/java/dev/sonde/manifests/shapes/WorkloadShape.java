package dev.sonde.manifests.shapes;

import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A workload with all the containers whose probes are at hand. */
record WorkloadShape(ShapeTarget target, List<ProbeSet> containers) {

  WorkloadShape {
    containers = List.copyOf(containers);
  }

  /**
   * {@return the workloads that the probes name, in the order in which they come first}
   *
   * @param targets where the probes of a set belong
   */
  static List<WorkloadShape> group(List<ProbeSet> sets, Function<ProbeSet, ShapeTarget> targets) {
    Map<String, List<ProbeSet>> byWorkload = new LinkedHashMap<>();
    for (ProbeSet probes : sets) {
      String workload = targets.apply(probes).text();
      byWorkload.computeIfAbsent(workload, w -> new ArrayList<>()).add(probes);
    }
    return byWorkload.values().stream()
        .map(same -> new WorkloadShape(targets.apply(same.get(0)), same))
        .toList();
  }

  WorkloadKind kind() {
    return target.kind();
  }

  String name() {
    return target.name();
  }

  String text() {
    return target.text();
  }

  String fileName() {
    return GeneratedHeader.fileName(target);
  }

  /** The ports of all containers. */
  List<ContainerPort> ports() {
    return containers.stream().flatMap(probes -> probes.ports().stream()).toList();
  }

  /** The pod spec, with each container as a function makes it, and what the pod itself needs. */
  YamlMap podSpec(Function<ProbeSet, YamlMap> container) {
    List<YamlNode> list = containers.stream().<YamlNode>map(container).toList();
    return YamlMap.builder()
        .put("containers", new YamlList(list))
        .putAll(PodSpecFields.of(containers))
        .build();
  }
}
