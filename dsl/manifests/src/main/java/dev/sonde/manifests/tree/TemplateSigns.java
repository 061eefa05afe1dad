package dev.sonde.manifests.tree;

import java.util.List;
import java.util.OptionalInt;

/** Recognises text that becomes YAML only when Helm, or the like, has rendered it. */
final class TemplateSigns {

  /** What opens an expression, and a statement: {@code {{ x }}} and {@code {% if x %}}. */
  private static final List<String> OPEN = List.of("{{", "{%");

  private static final List<String> CLOSE = List.of("}}", "%}");
  private static final int LONGEST_QUOTE = 40;
  private static final char BARE = 0;

  private TemplateSigns() {}

  static YamlProblem problem(SourceText source, int offset) {
    return YamlProblem.at(
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

  /** The first opening of a template in a range that is neither quoted nor in a comment. */
  static OptionalInt find(SourceText source, int from, int to) {
    return OPEN.stream().flatMapToInt(open -> find(open, source, from, to).stream()).min();
  }

  private static OptionalInt find(String open, SourceText source, int from, int to) {
    String text = source.text();
    int found = text.indexOf(open, from);
    while (found >= 0 && found < to) {
      char around = around(text, source.lineStart(found), found);
      if (around == BARE || (around == '"' && endsQuote(open, text, found))) {
        return OptionalInt.of(found);
      }
      found = text.indexOf(open, found + open.length());
    }
    return OptionalInt.empty();
  }

  /** In {@code "{{ include "name" . }}"} the inner quotes end the text for YAML, not for Helm. */
  private static boolean endsQuote(String open, String text, int found) {
    int close = text.indexOf(CLOSE.get(OPEN.indexOf(open)), found);
    int quote = text.indexOf('"', found);
    return quote >= 0 && quote < close && text.charAt(quote - 1) != '\\';
  }

  /** {@return the quote that is open at an offset, {@code #} in a comment, else {@link #BARE}} */
  private static char around(String text, int lineStart, int offset) {
    char quote = BARE;
    for (int i = lineStart; i < offset; i++) {
      char c = text.charAt(i);
      if (quote == BARE && c == '#' && (i == lineStart || text.charAt(i - 1) == ' ')) {
        return c;
      }
      if (quote == BARE && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = BARE;
      }
    }
    return quote;
  }
}
