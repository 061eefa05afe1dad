package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SourceText;
import java.util.List;
import java.util.stream.Collectors;

/** Adds and takes away the lines of a block mapping's entries or of a block list's items. */
final class BlockParts {

  private final SourceText source;
  private final BlockLayout layout;
  private final TextEdits edits;
  private final int column;

  /**
   * @param column where the keys, or the dashes, are
   */
  BlockParts(SourceText source, BlockLayout layout, TextEdits edits, int column) {
    this.source = source;
    this.layout = layout;
    this.edits = edits;
    this.column = column;
  }

  /** Inserts lines behind the line on which a part ends, and behind comments that belong to it. */
  void insertAfter(int partEnd, List<String> lines) {
    int at = endOfLines(partEnd);
    String lineBreak = lineBreakAt(at);
    String text = String.join(lineBreak, lines);
    edits.insert(at, isLineStart(at) ? text + lineBreak : lineBreak + text);
  }

  /** Where line ends are mixed, the line before keeps its own. */
  private String lineBreakAt(int offset) {
    int end = isLineStart(offset) ? previousLineEnd(offset) : offset;
    int next = nextLine(end);
    return next > end ? source.text().substring(end, next) : layout.lineBreak();
  }

  /** Inserts lines above the line on which a part begins. */
  void insertBefore(int partStart, List<String> lines) {
    String text = String.join(layout.lineBreak(), lines);
    edits.insert(source.lineStart(partStart), text + layout.lineBreak());
  }

  /** Comments that are indented deeper than the parts belong to the part above them. */
  private int endOfLines(int partEnd) {
    int end = lineEnd(partEnd);
    int next = nextLine(end);
    while (isDeeperComment(next)) {
      end = source.lineEnd(next);
      next = nextLine(end);
    }
    return end;
  }

  private boolean isDeeperComment(int lineStart) {
    String line = source.text().substring(lineStart, source.lineEnd(lineStart));
    int indent = line.length() - line.stripLeading().length();
    return line.stripLeading().startsWith("#") && indent > column;
  }

  /**
   * Takes away a part that begins its line. The line break in front of it goes too and the one
   * behind it stays, so that something may still be inserted where the part ended.
   */
  void remove(int partStart, int partEnd, List<String> comments) {
    int lineStart = source.lineStart(partStart);
    if (lineStart > 0 && !isLineStart(partEnd)) {
      String kept = comments.isEmpty() ? "" : layout.lineBreak() + lines(comments);
      edits.replace(previousLineEnd(lineStart), source.lineEnd(partEnd), kept);
    } else {
      String kept = comments.isEmpty() ? "" : lines(comments) + layout.lineBreak();
      edits.replace(lineStart, nextLine(lineEnd(partEnd)), kept);
    }
  }

  /** Takes away a part that follows a dash on its line; the next part moves up. */
  void removeBehindDash(int partStart, int nextStart, List<String> comments) {
    edits.delete(partStart, nextStart);
    insertAbove(partStart, comments);
  }

  /**
   * Puts comments on lines of their own above the line that holds an offset, as far in as that line
   * begins. Deeper ones could become text of a block scalar that ends above a dash.
   */
  void insertAbove(int offset, List<String> comments) {
    if (!comments.isEmpty()) {
      int start = source.lineStart(offset);
      int indent = Math.min(column, BlockColumns.indentOfLine(source, start));
      edits.insert(start, lines(indent, comments) + layout.lineBreak());
    }
  }

  private String lines(List<String> comments) {
    return lines(column, comments);
  }

  private String lines(int indent, List<String> comments) {
    return comments.stream()
        .map(comment -> BlockColumns.indent(indent) + comment)
        .collect(Collectors.joining(layout.lineBreak()));
  }

  private int lineEnd(int partEnd) {
    return isLineStart(partEnd) ? partEnd : source.lineEnd(partEnd);
  }

  /** A block scalar that keeps its trailing line breaks ends at the start of a line. */
  private boolean isLineStart(int offset) {
    return offset > 0 && source.lineStart(offset) == offset;
  }

  private int nextLine(int offset) {
    String text = source.text();
    if (text.startsWith("\r\n", offset)) {
      return offset + 2;
    }
    boolean atBreak = text.startsWith("\n", offset) || text.startsWith("\r", offset);
    return atBreak ? offset + 1 : offset;
  }

  private int previousLineEnd(int lineStart) {
    String text = source.text();
    if (lineStart >= 2 && text.startsWith("\r\n", lineStart - 2)) {
      return lineStart - 2;
    }
    return Math.max(0, lineStart - 1);
  }
}
