package dev.sonde.yaml;

import java.util.Locale;
import java.util.Set;

/**
 * Decides which strings need no quotes. Rather quotes too often than once too few: a string is
 * plain only if no reader of YAML 1.1 or 1.2, in block or flow context, could take it for anything
 * else.
 */
final class PlainScalar {

  /** What YAML 1.1 or 1.2 reads as a truth value, null or a special number, in lower case. */
  private static final Set<String> WORDS =
      Set.of(
          "y",
          "n",
          "yes",
          "no",
          "on",
          "off",
          "true",
          "false",
          "null",
          "inf",
          "infinity",
          "nan",
          ".inf",
          ".nan",
          "-inf",
          "-infinity",
          "-nan",
          "-.inf");

  private static final String FIRST_BESIDE_LETTERS = "_/.-$";
  private static final String LATER_BESIDE_LETTERS_AND_DIGITS = "_/.-$+=&%@~();*! :";

  private PlainScalar() {}

  static boolean reads(String text) {
    return !text.isEmpty()
        && startsLikeAWord(text)
        && isOrdinary(text)
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Excludes numbers, dates and times of every notation, list items and document markers. */
  private static boolean startsLikeAWord(String text) {
    char first = text.charAt(0);
    if (isLetter(first)) {
      return true;
    }
    if (FIRST_BESIDE_LETTERS.indexOf(first) < 0) {
      return false;
    }
    if (first != '.' && first != '-') {
      return true;
    }
    char second = text.length() > 1 ? text.charAt(1) : ' ';
    boolean marker = text.startsWith("---") || text.startsWith("...");
    return !marker && (isLetter(second) || second == '/' || (second == '-' && first == '-'));
  }

  private static boolean isOrdinary(String text) {
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      boolean letterOrDigit = isLetter(c) || ('0' <= c && c <= '9');
      if (!letterOrDigit && LATER_BESIDE_LETTERS_AND_DIGITS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
  }
}
