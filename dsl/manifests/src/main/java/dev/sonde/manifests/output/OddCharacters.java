package dev.sonde.manifests.output;

import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.Finding;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Names the characters that look like a space, a quote, or nothing: they come with text that was
 * copied from a web page, and YAML takes them for letters.
 */
final class OddCharacters {

  private static final String QUOTES =
      "\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB";

  private OddCharacters() {}

  /**
   * {@return the finding, with the first such character on its line if there is one, or in the
   * quoted text that it points at}
   *
   * @param finding what is wrong
   * @param source the text
   * @param offset where it is wrong, in {@code char}s
   */
  static Finding explain(Finding finding, SourceText source, int offset) {
    int start = source.lineStart(offset);
    int end = source.lineEnd(offset);
    OptionalInt bare = find(source.text(), start, end);
    OptionalInt odd = bare.isPresent() ? bare : findQuoted(source.text(), offset, end);
    return odd.isPresent()
        ? explained(finding, source.text().charAt(odd.getAsInt()), odd.getAsInt() - start + 1)
        : finding;
  }

  private static Finding explained(Finding finding, char odd, int column) {
    String code = String.format("U+%04X", (int) odd);
    if (finding.message().contains(code)) {
      return finding;
    }
    String name = Character.getName(odd).toLowerCase(Locale.ROOT);
    return finding.withWords(
        "%s Column %d of this line holds a %s (%s), which is taken for a letter."
            .formatted(finding.message(), column, name, code),
        remedy(odd));
  }

  private static String remedy(char odd) {
    if (isSpace(odd)) {
      return "Replace it with a plain space.";
    }
    return isQuote(odd) ? "Replace it with a plain quote, or remove it." : "Remove it.";
  }

  /** The first one that is neither in plain quotes nor in a comment. */
  private static OptionalInt find(String text, int start, int end) {
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '#' && (i == start || text.charAt(i - 1) == ' ')) {
        return OptionalInt.empty();
      }
      if (quote == 0 && isOdd(c)) {
        return OptionalInt.of(i);
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return OptionalInt.empty();
  }

  /** Quoted text may hold anything, unless it is what is wrong. */
  private static OptionalInt findQuoted(String text, int start, int end) {
    char quote = start < end ? text.charAt(start) : 0;
    if (quote != '"' && quote != '\'') {
      return OptionalInt.empty();
    }
    int close = text.indexOf(quote, start + 1);
    return IntStream.range(start + 1, close < 0 ? end : Math.min(close, end))
        .filter(i -> isOdd(text.charAt(i)))
        .findFirst();
  }

  private static boolean isOdd(char c) {
    return isSpace(c) || isQuote(c) || isInvisible(c);
  }

  private static boolean isSpace(char c) {
    return c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** Zero-width characters, and marks of the direction of writing. */
  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
