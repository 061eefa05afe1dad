package dev.sonde.manifests.output;

import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Names the characters that look like a space, a quote, the dash of a list, a plain letter, or
 * nothing: they come with text that was copied from a web page, and YAML takes them for letters.
 */
final class OddCharacters {

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
        "%s Column %d of this line holds %s %s (%s), which is %s."
            .formatted(
                finding.message(),
                column,
                "aeiou".indexOf(name.charAt(0)) < 0 ? "a" : "an",
                name,
                code,
                Character.isLetterOrDigit(odd)
                    ? "another one than it looks like"
                    : "taken for a letter"),
        remedy(odd));
  }

  private static String remedy(char odd) {
    if (isSpace(odd)) {
      return "Replace it with a plain space.";
    }
    if (isQuote(odd)) {
      return "Replace it with a plain quote, or remove it.";
    }
    if (isDash(odd)) {
      return "Replace it with a plain hyphen.";
    }
    return isInvisible(odd) ? "Remove it." : "Replace it with the plain one.";
  }

  /** The first one that is neither in plain quotes nor in a comment. */
  private static OptionalInt find(String text, int start, int end) {
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '#' && (i == start || text.charAt(i - 1) == ' ')) {
        return OptionalInt.empty();
      }
      if (quote == 0 && isOdd(text, i)) {
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
        .filter(i -> isOdd(text, i))
        .findFirst();
  }

  private static boolean isOdd(String text, int i) {
    char c = text.charAt(i);
    return isSpace(c)
        || isQuote(c)
        || isInvisible(c)
        || isFullWidth(c)
        || (isDash(c) && (i == 0 || Character.isWhitespace(text.charAt(i - 1))))
        || (isOfOtherScript(c) && (isPlainLetter(text, i - 1) || isPlainLetter(text, i + 1)));
  }

  private static boolean isDash(char c) {
    return c == '\u2212' || (c > '-' && Character.getType(c) == Character.DASH_PUNCTUATION);
  }

  /** Made as wide as a Chinese character. */
  private static boolean isFullWidth(char c) {
    return c >= '\uFF01' && c <= '\uFF5E';
  }

  /** In one word with plain letters, it is there by mistake. */
  private static boolean isOfOtherScript(char c) {
    UnicodeScript script = UnicodeScript.of(c);
    return Character.isLetter(c)
        && (script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK);
  }

  private static boolean isPlainLetter(String text, int i) {
    return i >= 0
        && i < text.length()
        && text.charAt(i) < 0x80
        && Character.isLetter(text.charAt(i));
  }

  private static boolean isSpace(char c) {
    return c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isQuote(char c) {
    return FindingWords.isTypographicQuote(c);
  }

  /** Zero-width characters, and marks of the direction of writing. */
  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
