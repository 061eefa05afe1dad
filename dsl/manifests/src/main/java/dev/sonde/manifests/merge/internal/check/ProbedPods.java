package dev.sonde.manifests.merge.internal.check;

import dev.sonde.manifests.merge.internal.edit.ContainerMerge;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.model.ContainerPort;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pods of the workloads that probes go into, found by their labels. */
public final class ProbedPods {

  private final Map<Map.Entry<String, YamlNode>, List<Pod>> byLabel = new HashMap<>();

  /**
   * One pod.
   *
   * @param workload the workload that makes it
   * @param labels its labels
   * @param portNames the names of its containers' ports, those that merging adds among them
   * @param declared the numbers of the ports that its containers declare
   * @param served the ports that the code serves
   */
  public record Pod(
      WorkloadNode workload,
      Map<String, YamlNode> labels,
      Set<String> portNames,
      Set<Integer> declared,
      List<ContainerPort> served) {}

  public ProbedPods(List<ContainerMerge> containers) {
    Map<MappingNode, Pod> pods = new LinkedHashMap<>();
    for (ContainerMerge assigned : containers) {
      if (assigned.plan().target().inValues()) {
        continue;
      }
      WorkloadNode workload = assigned.plan().target().workload();
      Pod pod = pods.computeIfAbsent(workload.node(), node -> pod(workload));
      assigned.probes().ports().forEach(port -> port.name().ifPresent(pod.portNames()::add));
      pod.served().addAll(assigned.probes().ports());
    }
    pods.values().forEach(this::index);
  }

  private static Pod pod(WorkloadNode workload) {
    Set<String> names = new TreeSet<>();
    Set<Integer> numbers = new TreeSet<>();
    for (ContainerNode container : workload.containers()) {
      ManifestPorts.named(container.node()).forEach(names::add);
      ManifestPorts.of(container.node()).forEach(port -> numbers.add(port.containerPort()));
    }
    return new Pod(workload, labels(workload), names, numbers, new ArrayList<>());
  }

  static Map<String, YamlNode> labels(WorkloadNode workload) {
    List<String> path = workload.kind().podSpecPath();
    Optional<MappingNode> pod = Optional.of(workload.node());
    for (String step : path.subList(0, path.size() - 1)) {
      pod = pod.flatMap(node -> mapping(node, step));
    }
    return pod.flatMap(node -> mapping(node, "metadata"))
        .flatMap(metadata -> mapping(metadata, "labels"))
        .map(labels -> NodeValues.map(labels).entries())
        .orElse(Map.of());
  }

  private static Optional<MappingNode> mapping(MappingNode node, String field) {
    return node.get(field).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private void index(Pod pod) {
    for (Map.Entry<String, YamlNode> label : pod.labels().entrySet()) {
      byLabel
          .computeIfAbsent(Map.entry(label.getKey(), label.getValue()), k -> new ArrayList<>())
          .add(pod);
    }
  }

  /** {@return the pods to which a Service sends what comes in at a port} */
  public Stream<Pod> reachedBy(ServicePort port) {
    return selectedBy(port.selector()).filter(pod -> port.isBeside(pod.workload()));
  }

  /**
   * {@return the pods that carry all these labels}
   *
   * @param selector the labels, at least one
   */
  private Stream<Pod> selectedBy(Map<String, YamlNode> selector) {
    List<Pod> fewest = null;
    for (Map.Entry<String, YamlNode> label : selector.entrySet()) {
      List<Pod> found =
          byLabel.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of());
      fewest = fewest == null || found.size() < fewest.size() ? found : fewest;
    }
    return fewest == null
        ? Stream.empty()
        : fewest.stream().filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()));
  }
}
