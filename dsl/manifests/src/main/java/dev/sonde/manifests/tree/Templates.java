package dev.sonde.manifests.tree;

import java.util.List;
import java.util.OptionalInt;

/** Recognises text that becomes YAML only when Helm, or the like, has rendered it. */
final class Templates {

  /** What opens an expression, and a statement: {@code {{ x }}} and {@code {% if x %}}. */
  private static final List<String> OPEN = List.of("{{", "{%");

  private static final List<String> CLOSE = List.of("}}", "%}");
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
    String closing = CLOSE.get(text.startsWith(OPEN.get(0), offset) ? 0 : 1);
    int close = text.indexOf(closing, offset);
    int end = close < 0 ? text.length() : close + closing.length();
    int lineEnd = SourceText.of(text.substring(offset, end)).lineEnd(0) + offset;
    return lineEnd - offset > LONGEST_QUOTE
        ? text.substring(offset, offset + LONGEST_QUOTE) + "…"
        : text.substring(offset, lineEnd);
  }

  /** The first opening of a template in a range that stands neither in quotes nor in a comment. */
  static OptionalInt find(SourceText source, int from, int to) {
    return OPEN.stream().flatMapToInt(open -> find(open, source, from, to).stream()).min();
  }

  private static OptionalInt find(String open, SourceText source, int from, int to) {
    String text = source.text();
    int found = text.indexOf(open, from);
    while (found >= 0 && found < to) {
      if (isBare(text, source.lineStart(found), found)) {
        return OptionalInt.of(found);
      }
      found = text.indexOf(open, found + open.length());
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
