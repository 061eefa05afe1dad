package dev.sonde.manifests.merge.internal.check;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A port of a Service, and where it sends what comes in there.
 *
 * @param spot where the target is
 * @param path the target's field in the Service
 * @param service the Service's name
 * @param namespace the Service's namespace; may be empty
 * @param selector the labels of the pods that it sends to
 * @param name the name of the Service's own port; may be empty
 * @param target a port's name or number
 */
public record ServicePort(
    Spot spot,
    FieldPath path,
    String service,
    String namespace,
    Map<String, YamlNode> selector,
    String name,
    YamlNode target) {

  /** A place whose line is looked for only when somebody asks. */
  record Spot(String file, int document, SourceText source, int offset) {}

  ManifestPlace place() {
    return ManifestPlace.at(spot.file(), spot.document(), spot.source(), spot.offset());
  }

  /** {@return the TCP ports of the Services in a document that select pods} */
  public static List<ServicePort> of(
      String file, int number, SourceText source, YamlDocument document) {
    List<ServicePort> ports = new ArrayList<>();
    objects(document.root())
        .filter(ServicePort::isService)
        .forEach(service -> new Reader(file, number, source, service).addTo(ports));
    return ports;
  }

  private static Stream<MappingNode> objects(YamlTreeNode node) {
    if (!(node.resolved() instanceof MappingNode object)) {
      return Stream.empty();
    }
    boolean list = text(object, "kind").filter(kind -> kind.endsWith("List")).isPresent();
    return list ? items(object, "items").stream().flatMap(ServicePort::objects) : Stream.of(object);
  }

  private static boolean isService(MappingNode object) {
    return text(object, "kind").equals(Optional.of("Service"))
        && text(object, "apiVersion").equals(Optional.of("v1"));
  }

  private record Reader(String file, int number, SourceText source, MappingNode service) {

    void addTo(List<ServicePort> ports) {
      Optional<MappingNode> spec = mapping(service, "spec");
      Map<String, YamlNode> selector =
          spec.flatMap(fields -> mapping(fields, "selector"))
              .map(labels -> NodeValues.map(labels).entries())
              .orElse(Map.of());
      List<YamlTreeNode> items = spec.map(fields -> items(fields, "ports")).orElse(List.of());
      for (int i = 0; i < items.size() && !selector.isEmpty(); i++) {
        if (items.get(i).resolved() instanceof MappingNode port && isTcp(port)) {
          FieldPath path = FieldPath.of("spec", "ports").index(i).field("targetPort");
          target(port).map(node -> port(node, path, selector, port)).ifPresent(ports::add);
        }
      }
    }

    private ServicePort port(
        ScalarNode target, FieldPath path, Map<String, YamlNode> selector, MappingNode port) {
      Optional<MappingNode> metadata = mapping(service, "metadata");
      return new ServicePort(
          new Spot(file, number, source, target.start()),
          path,
          metadata.flatMap(m -> text(m, "name")).orElse(""),
          metadata.flatMap(m -> text(m, "namespace")).orElse(""),
          selector,
          text(port, "name").orElse(""),
          NodeValues.of(target));
    }

    private static boolean isTcp(MappingNode port) {
      return text(port, "protocol").map("TCP"::equals).orElse(true);
    }

    /** Left out, it is the Service's own port. */
    private static Optional<ScalarNode> target(MappingNode port) {
      return Stream.of("targetPort", "port")
          .flatMap(field -> port.get(field).stream())
          .filter(ScalarNode.class::isInstance)
          .map(ScalarNode.class::cast)
          .filter(ServicePort::sendsSomewhere)
          .findFirst();
    }
  }

  private static boolean sendsSomewhere(ScalarNode target) {
    YamlNode value = NodeValues.of(target);
    return (value instanceof YamlText text && !text.value().isEmpty())
        || (value instanceof YamlNumber number && number.value() != 0);
  }

  private static List<YamlTreeNode> items(MappingNode node, String field) {
    return node.get(field)
        .filter(SequenceNode.class::isInstance)
        .map(list -> ((SequenceNode) list).items())
        .orElse(List.of());
  }

  private static Optional<MappingNode> mapping(MappingNode node, String field) {
    return node.get(field).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private static Optional<String> text(MappingNode node, String field) {
    return node.get(field)
        .filter(ScalarNode.class::isInstance)
        .map(scalar -> ((ScalarNode) scalar).text());
  }

  /** Tells whether it sends to the pods of a workload. */
  public boolean reaches(WorkloadNode workload) {
    return isBeside(workload)
        && ProbedPods.labels(workload).entrySet().containsAll(selector.entrySet());
  }

  /** Tells whether it can send to the pods of a workload: only to those of its own namespace. */
  boolean isBeside(WorkloadNode workload) {
    return namespace.equals(workload.namespace().orElse(""));
  }
}
