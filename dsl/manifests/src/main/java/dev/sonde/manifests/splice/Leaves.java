package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SequenceNode;
import java.util.List;

/** Finds the scalars and aliases at the edges of a node. */
final class Leaves {

  private Leaves() {}

  static Node last(Node node) {
    if (node instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
      return last(mapping.entries().get(mapping.entries().size() - 1).value());
    }
    if (node instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
      List<Node> items = sequence.items();
      return last(items.get(items.size() - 1));
    }
    return node;
  }
}
