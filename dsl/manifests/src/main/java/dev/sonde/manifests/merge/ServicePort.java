package dev.sonde.manifests.merge;

import dev.sonde.manifests.report.PlacedFinding;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.workload.DeclaredPorts;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A port of a Service that sends its traffic to a port by name.
 *
 * @param place where the name stands
 * @param path the field in the Service
 * @param service the Service's name
 * @param selector the labels of the pods that it sends to
 * @param name the port's name
 */
record ServicePort(
    Place place, FieldPath path, String service, Map<String, YamlNode> selector, String name) {

  /** {@return the named ports of a document, if it is a Service that selects pods} */
  static List<ServicePort> of(String file, int number, SourceText source, Document document) {
    if (!(document.root() instanceof MappingNode root)
        || !text(root, "kind").equals(Optional.of("Service"))
        || !text(root, "apiVersion").equals(Optional.of("v1"))) {
      return List.of();
    }
    Optional<MappingNode> spec = mapping(root, "spec");
    Map<String, YamlNode> selector =
        spec.flatMap(fields -> mapping(fields, "selector"))
            .map(labels -> Values.map(labels).entries())
            .orElse(Map.of());
    List<ServicePort> ports = new ArrayList<>();
    List<Node> items = spec.flatMap(s -> s.get("ports")).map(ServicePort::items).orElse(List.of());
    String service = mapping(root, "metadata").flatMap(m -> text(m, "name")).orElse("");
    for (int i = 0; i < items.size() && !selector.isEmpty(); i++) {
      FieldPath path = FieldPath.of("spec", "ports").index(i).field("targetPort");
      target(items.get(i))
          .map(
              node ->
                  new ServicePort(
                      Place.at(file, number, source, node.start()),
                      path,
                      service,
                      selector,
                      node.text()))
          .ifPresent(ports::add);
    }
    return ports;
  }

  private static Optional<ScalarNode> target(Node port) {
    return port.resolved() instanceof MappingNode fields
        ? fields
            .get("targetPort")
            .filter(ScalarNode.class::isInstance)
            .map(ScalarNode.class::cast)
            .filter(scalar -> scalar.type() == ScalarType.STRING)
        : Optional.empty();
  }

  private static List<Node> items(Node list) {
    return list instanceof SequenceNode sequence ? sequence.items() : List.of();
  }

  private static Optional<MappingNode> mapping(MappingNode node, String field) {
    return node.get(field).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private static Optional<String> text(MappingNode node, String field) {
    return node.get(field)
        .filter(ScalarNode.class::isInstance)
        .map(scalar -> ((ScalarNode) scalar).text());
  }

  /**
   * {@return what is wrong if the Service sends to this pod, and no container declares the port}
   */
  Optional<PlacedFinding> check(Assigned assigned) {
    Target target = assigned.plan().target();
    Set<String> declared = new HashSet<>();
    target.workload().containers().stream()
        .flatMap(container -> DeclaredPorts.named(container.node()))
        .forEach(declared::add);
    assigned.probes().ports().forEach(port -> port.name().ifPresent(declared::add));
    boolean selects = labels(target).entrySet().containsAll(selector.entrySet());
    if (!selects || declared.contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        place.finding(
            MergeRules.SERVICE_PORT.finding(
                path,
                "Service "
                    + service
                    + " sends to port \""
                    + name
                    + "\", which no container of "
                    + target.workload().text()
                    + " declares.",
                Suggestions.of(
                    name, declared, "Declare it in the container, or correct the name."))));
  }

  private static Map<String, YamlNode> labels(Target target) {
    List<String> path = target.workload().kind().podSpecPath();
    Optional<MappingNode> pod = Optional.of(target.workload().node());
    for (String step : path.subList(0, path.size() - 1)) {
      pod = pod.flatMap(node -> mapping(node, step));
    }
    return pod.flatMap(node -> mapping(node, "metadata"))
        .flatMap(metadata -> mapping(metadata, "labels"))
        .map(labels -> Values.map(labels))
        .map(YamlMap::entries)
        .orElse(Map.of());
  }
}
