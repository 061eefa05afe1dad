package dev.sonde.manifests.lint;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what begins on a line. */
final class LineStarts {

  private LineStarts() {}

  /**
   * A piece of text.
   *
   * @param from its first offset
   * @param to the offset behind it
   */
  record Range(int from, int to) {

    boolean contains(int offset) {
      return offset >= from && offset < to;
    }
  }

  /** The field or list item that begins on a line, the outermost of several. */
  static Optional<Range> startingAt(
      YamlTreeNode root, int lineStart, boolean orWholeDocument, SourceText source) {
    Range line = new Range(lineStart, source.lineEnd(lineStart) + 1);
    if (orWholeDocument && line.contains(root.start())) {
      return Optional.of(new Range(root.start(), root.end()));
    }
    return startingIn(root, line);
  }

  private static Optional<Range> startingIn(YamlTreeNode node, Range line) {
    for (Range part : parts(node)) {
      if (line.contains(part.from())) {
        return Optional.of(part);
      }
    }
    for (YamlTreeNode child : children(node)) {
      if (child.start() < line.to() && child.end() > line.from()) {
        Optional<Range> found = startingIn(child, line);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Range> parts(YamlTreeNode node) {
    List<Range> parts = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (MappingEntry entry : mapping.entries()) {
        int end = Math.max(entry.key().end(), entry.value().end());
        parts.add(new Range(entry.key().start(), Math.max(end, entry.key().start() + 1)));
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(item -> parts.add(new Range(item.start(), item.end())));
    }
    return parts;
  }

  private static List<YamlTreeNode> children(YamlTreeNode node) {
    if (node instanceof MappingNode mapping) {
      return mapping.entries().stream().map(MappingEntry::value).toList();
    }
    return node instanceof SequenceNode sequence ? sequence.items() : List.of();
  }

  static boolean isInScalar(YamlTreeNode node, int offset) {
    if (node instanceof ScalarNode) {
      return offset >= node.start() && offset < node.end();
    }
    return children(node).stream()
        .filter(child -> offset >= child.start() && offset < child.end())
        .anyMatch(child -> isInScalar(child, offset));
  }
}
