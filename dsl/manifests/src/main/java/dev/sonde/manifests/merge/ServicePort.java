package dev.sonde.manifests.merge;

import dev.sonde.manifests.report.PlacedFinding;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A port of a Service that sends its traffic to a port by name.
 *
 * @param file the file's name
 * @param document the document in the file, from 1
 * @param source the file's text
 * @param offset where the name stands
 * @param index the port's index in the Service
 * @param service the Service's name
 * @param selector the labels of the pods that it sends to
 * @param name the port's name
 */
record ServicePort(
    String file,
    int document,
    SourceText source,
    int offset,
    int index,
    String service,
    Map<String, YamlNode> selector,
    String name) {

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
      Optional<ScalarNode> port = target(items.get(i));
      if (port.isPresent()) {
        int offset = port.get().start();
        String name = port.get().text();
        ports.add(new ServicePort(file, number, source, offset, i, service, selector, name));
      }
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

  /** {@return what is wrong if the Service sends to one of these pods, and it lacks the port} */
  Optional<PlacedFinding> check(ProbedPods pods) {
    return pods.selectedBy(selector)
        .filter(pod -> !pod.portNames().contains(name))
        .findFirst()
        .map(this::finding);
  }

  private PlacedFinding finding(ProbedPods.Pod pod) {
    return Place.at(file, document, source, offset)
        .finding(
            MergeRules.SERVICE_PORT.finding(
                FieldPath.of("spec", "ports").index(index).field("targetPort"),
                "Service "
                    + service
                    + " sends to port \""
                    + name
                    + "\", which no container of "
                    + pod.workload().text()
                    + " declares.",
                Suggestions.of(
                    name, pod.portNames(), "Declare it in the container, or correct the name.")));
  }
}
