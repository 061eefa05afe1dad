package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ContainerNode;
import java.util.Optional;

/**
 * The lines of one item of a block list: a piece of a document that can be parsed by itself.
 *
 * <p>If the lines still are a list of one item at the same column after an edit, then whatever the
 * edit opened it also closed, and what is before and behind them is read as it was. So a small edit
 * of a large document is proven without parsing all of it again.
 *
 * @param start the offset of the first line
 * @param end the offset behind the last one, trailing blank and comment lines included
 */
record ListItemText(int start, int end) {

  /**
   * {@return the lines of a container; nothing if they cannot stand alone: in flow style, behind an
   * alias, or with anchors or aliases among them}
   */
  static Optional<ListItemText> of(SourceText source, ContainerNode container) {
    boolean inBlockList = container.list().filter(list -> !list.flow()).isPresent();
    if (!inBlockList || !container.aliases().isEmpty() || hasReferences(container.node())) {
      return Optional.empty();
    }
    int start = source.lineStart(container.node().start());
    if (!startsWithDash(source, start, container.node().start())) {
      return Optional.empty();
    }
    return Optional.of(new ListItemText(start, end(source, container.node().end())));
  }

  /** {@return the column of the item's dash, from 1} */
  int dashColumn(SourceText source) {
    return source.text().indexOf('-', start) - start + 1;
  }

  /** Tells whether only blanks and one dash are before the container on its first line. */
  private static boolean startsWithDash(SourceText source, int start, int node) {
    return source.text().substring(start, node).strip().equals("-");
  }

  private static int end(SourceText source, int nodeEnd) {
    String text = source.text();
    boolean endsWithLine = source.lineStart(nodeEnd) == nodeEnd;
    int end = endsWithLine ? nodeEnd : nextLine(source, source.lineEnd(nodeEnd));
    while (end < text.length()) {
      String line = text.substring(end, source.lineEnd(end)).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        break;
      }
      end = nextLine(source, source.lineEnd(end));
    }
    return end;
  }

  private static int nextLine(SourceText source, int lineEnd) {
    String text = source.text();
    if (text.startsWith("\r\n", lineEnd)) {
      return lineEnd + 2;
    }
    return Math.min(text.length(), lineEnd + 1);
  }

  private static boolean hasReferences(YamlTreeNode node) {
    if (node instanceof AliasNode || node.anchor().isPresent()) {
      return true;
    }
    if (node instanceof MappingNode mapping) {
      return mapping.entries().stream()
          .anyMatch(entry -> hasReferences(entry.key()) || hasReferences(entry.value()));
    }
    return node instanceof SequenceNode sequence
        && sequence.items().stream().anyMatch(ListItemText::hasReferences);
  }
}
