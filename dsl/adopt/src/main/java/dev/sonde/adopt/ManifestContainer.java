package dev.sonde.adopt;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container in a manifest.
 *
 * @param file the file's name
 * @param source the file's text
 * @param document the document in the file, from 1
 * @param duplicates the duplicate keys of the file
 * @param workload the workload around it
 * @param node the container
 * @param shared whether other workloads run the same one, by an alias
 */
record ManifestContainer(
    String file,
    SourceText source,
    int document,
    List<YamlProblem> duplicates,
    WorkloadNode workload,
    ContainerNode node,
    boolean shared) {

  /** {@return this container as one that other workloads run, too} */
  ManifestContainer asShared() {
    return new ManifestContainer(file, source, document, duplicates, workload, node, true);
  }

  /** Whether code can say which workload is meant. */
  boolean namesWorkload() {
    return !shared && workload.name().isPresent();
  }

  boolean hasProbes() {
    return Stream.of(ProbeKind.values())
        .flatMap(kind -> node.node().get(kind.fieldName()).stream())
        .anyMatch(probe -> !isNull(probe));
  }

  private static boolean isNull(YamlTreeNode node) {
    return node instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }

  /** Whether it is the one that probes without a container's name are meant for. */
  boolean isOnlyOne() {
    return node.kind() == ContainerKind.MAIN
        && workload.containers().stream().filter(c -> c.kind() == ContainerKind.MAIN).count() == 1;
  }

  /** Where a reader looks for it: its name, else its first character. */
  YamlTreeNode place() {
    return node.node().entry("name").map(MappingEntry::value).orElse(node.node());
  }

  PlacedFinding finding(Finding finding, YamlTreeNode at) {
    return PlacedFinding.at(finding, file, document, source, at.start());
  }

  PlacedFinding finding(Finding finding) {
    return finding(finding, place());
  }

  /** As in {@code container "orders" of Deployment orders}. */
  String text() {
    return node.name()
            .map(name -> "container \"" + name + "\"")
            .orElse("a container without a name")
        + " of "
        + workload.text();
  }

  /** As in {@code container "orders" of Deployment orders (k8s/orders.yaml:12)}. */
  String withPlace() {
    return text() + " (" + file + ":" + source.position(place().start()).line() + ")";
  }
}
