package dev.sonde.manifests.document;

import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.rules.FieldPath;
import java.util.Optional;

/** Finds the piece of text that a field path leads to. */
final class NodeAt {

  private NodeAt() {}

  /** {@return the node at the path's end, or where a path leads to nothing, the last node on it} */
  static Node path(Node root, FieldPath path) {
    Node at = root;
    for (FieldPath.Segment segment : path.segments()) {
      Optional<Node> next = step(at.resolved(), segment);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  private static Optional<Node> step(Node from, FieldPath.Segment segment) {
    if (from instanceof MappingNode map && segment instanceof FieldPath.Field field) {
      return map.entry(field.name()).map(Entry::value);
    }
    if (from instanceof SequenceNode list && segment instanceof FieldPath.Index index) {
      return list.items().stream().skip(index.index()).findFirst();
    }
    return Optional.empty();
  }
}
