package dev.sonde.manifests.merge;

import dev.sonde.manifests.splice.Layout;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container in a file that probes go into.
 *
 * @param file the file's name
 * @param source the file's text
 * @param document the document that holds it
 * @param workload the workload around it
 * @param container the container
 */
record Target(
    String file,
    SourceText source,
    Document document,
    WorkloadNode workload,
    ContainerNode container) {

  MappingNode node() {
    return container.node();
  }

  String containerName() {
    return container.name().orElse("");
  }

  Place place(int offset) {
    return new Place(file, source.position(offset));
  }

  Place place(Node node) {
    return place(node.start());
  }

  /** Where a reader looks for the container: its name, else its first character. */
  Place place() {
    return node().entry("name").map(entry -> place(entry.key())).orElseGet(() -> place(node()));
  }

  /** The layout of the container itself, else of what is around it. */
  Layout layout() {
    List<MappingNode> nearestFirst = new ArrayList<>();
    nearestFirst.add(node());
    node().entries().stream()
        .map(entry -> entry.value().resolved())
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .filter(mapping -> !mapping.flow())
        .forEach(nearestFirst::add);
    nearestFirst.addAll(container.around());
    return Layout.of(source, nearestFirst);
  }

  RefusedException refuse(String id, Place place, String message, String remedy) {
    return new RefusedException(new Refusal(id, Optional.of(place), message, remedy));
  }
}
