package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.List;

/** Finds the scalars and aliases at the edges of a node. */
final class EdgeLeaves {

  private EdgeLeaves() {}

  static YamlTreeNode last(YamlTreeNode node) {
    if (node instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
      return last(mapping.entries().get(mapping.entries().size() - 1).value());
    }
    if (node instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
      List<YamlTreeNode> items = sequence.items();
      return last(items.get(items.size() - 1));
    }
    return node;
  }
}
