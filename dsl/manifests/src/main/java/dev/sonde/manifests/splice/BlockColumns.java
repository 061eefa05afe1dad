package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;

/** Columns as block style counts them: spaces before a node. */
final class BlockColumns {

  private BlockColumns() {}

  static int of(SourceText source, YamlTreeNode node) {
    return of(source, node.start());
  }

  static int of(SourceText source, int offset) {
    return offset - source.lineStart(offset);
  }

  static String indent(int column) {
    return " ".repeat(column);
  }

  /** Tells whether only blanks are before an offset on its line. */
  static boolean startsLine(SourceText source, int offset) {
    return source.text().substring(source.lineStart(offset), offset).isBlank();
  }

  /** How many spaces a line begins with. */
  static int indentOfLine(SourceText source, int lineStart) {
    int end = lineStart;
    while (end < source.text().length() && source.text().charAt(end) == ' ') {
      end++;
    }
    return end - lineStart;
  }
}
