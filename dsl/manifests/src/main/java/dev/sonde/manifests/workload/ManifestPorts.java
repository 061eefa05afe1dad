package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the TCP ports that a container of a manifest declares; probes cannot ask others. */
public final class ManifestPorts {

  private ManifestPorts() {}

  /**
   * {@return the ports, in order}
   *
   * @param container the container's fields
   */
  public static List<ContainerPort> of(MappingNode container) {
    return items(container).flatMap(item -> read(item).stream()).toList();
  }

  /**
   * {@return the names of all ports, whatever their protocol}
   *
   * @param container the container's fields
   */
  public static Stream<String> named(MappingNode container) {
    return items(container).flatMap(item -> text(item, "name").stream());
  }

  /**
   * {@return the entries of the list of ports, whatever their protocol; none if there is no list}
   *
   * @param container the container's fields
   */
  public static Stream<MappingNode> items(MappingNode container) {
    return container
        .get("ports")
        .filter(SequenceNode.class::isInstance)
        .map(list -> ((SequenceNode) list).items().stream())
        .orElseGet(Stream::empty)
        .map(YamlTreeNode::resolved)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  /**
   * {@return the port of one entry, if it is one of TCP with a number}
   *
   * @param port the entry's fields
   */
  public static Optional<ContainerPort> read(MappingNode port) {
    OptionalLong number =
        port.get("containerPort")
            .filter(ScalarNode.class::isInstance)
            .map(node -> ((ScalarNode) node).integer())
            .orElse(OptionalLong.empty());
    boolean tcp = text(port, "protocol").map("TCP"::equals).orElse(true);
    return number.isPresent() && tcp && number.getAsLong() == (int) number.getAsLong()
        ? Optional.of(new ContainerPort(text(port, "name"), (int) number.getAsLong()))
        : Optional.empty();
  }

  private static Optional<String> text(MappingNode port, String field) {
    return port.get(field)
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).text())
        .filter(text -> !text.isEmpty());
  }
}
