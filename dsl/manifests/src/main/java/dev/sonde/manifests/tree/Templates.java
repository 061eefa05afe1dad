package dev.sonde.manifests.tree;

import java.util.OptionalInt;

/** Recognises text that becomes YAML only when Helm, or the like, has rendered it. */
final class Templates {

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final int LONGEST_QUOTE = 40;

  private Templates() {}

  static Problem problem(SourceText source, int offset) {
    return Problem.at(
        source,
        offset,
        ProblemKind.TEMPLATE,
        "\"" + quote(source.text(), offset) + "\" is a template, not YAML.",
        "Render it first, as with \"helm template\", or leave the file out.");
  }

  private static String quote(String text, int offset) {
    int close = text.indexOf(CLOSE, offset);
    int end = close < 0 ? text.length() : close + CLOSE.length();
    int lineEnd = SourceText.of(text.substring(offset, end)).lineEnd(0) + offset;
    return lineEnd - offset > LONGEST_QUOTE
        ? text.substring(offset, offset + LONGEST_QUOTE) + "…"
        : text.substring(offset, lineEnd);
  }

  /** The first opening of a template in a range that stands neither in quotes nor in a comment. */
  static OptionalInt find(SourceText source, int from, int to) {
    String text = source.text();
    int found = text.indexOf(OPEN, from);
    while (found >= 0 && found < to) {
      if (isBare(text, source.lineStart(found), found)) {
        return OptionalInt.of(found);
      }
      found = text.indexOf(OPEN, found + OPEN.length());
    }
    return OptionalInt.empty();
  }

  private static boolean isBare(String text, int lineStart, int offset) {
    char quote = 0;
    for (int i = lineStart; i < offset; i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '#' && (i == lineStart || text.charAt(i - 1) == ' ')) {
        return false;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return quote == 0;
  }
}
