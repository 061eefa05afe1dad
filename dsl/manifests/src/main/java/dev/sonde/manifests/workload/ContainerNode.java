package dev.sonde.manifests.workload;

import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerKind;
import java.util.List;
import java.util.Optional;

/**
 * A container as it is in a manifest.
 *
 * @param kind its role
 * @param node its fields
 * @param list the list that holds it; none in the values of a chart
 * @param index its index in the list
 * @param around the mappings that hold the list, innermost first
 * @param aliases the aliases on the way from the document's root to it, the merge keys' included
 */
public record ContainerNode(
    ContainerKind kind,
    MappingNode node,
    Optional<SequenceNode> list,
    int index,
    List<MappingNode> around,
    List<AliasNode> aliases) {

  /** Copies the lists, so that the value stays what it was. */
  public ContainerNode {
    around = List.copyOf(around);
    aliases = List.copyOf(aliases);
  }

  /** {@return its {@code name}} */
  public Optional<String> name() {
    return text("name");
  }

  /**
   * Tells whether it names an image. A container without one is part of a patch, for it cannot run.
   */
  public boolean hasImage() {
    return text("image").isPresent();
  }

  private Optional<String> text(String field) {
    return node.get(field).flatMap(ContainerNode::text);
  }

  static Optional<String> text(YamlTreeNode node) {
    return node instanceof ScalarNode scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
