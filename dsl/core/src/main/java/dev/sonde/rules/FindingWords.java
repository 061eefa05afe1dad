package dev.sonde.rules;

/** Puts values into the sentences of findings. */
public final class FindingWords {

  private static final String TYPOGRAPHIC_QUOTES =
      "\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB";

  private static final int LONGEST = 80;

  private FindingWords() {}

  /**
   * {@return the text in quotes, on one line whatever it holds, cut where it is very long}
   *
   * @param text a value that somebody wrote
   */
  public static String quote(String text) {
    int length = Math.min(text.length(), LONGEST);
    String shown = visible(text.substring(0, length).replace("\"", "\\\""));
    return '"' + shown + (length < text.length() ? "…\"" : "\"");
  }

  /**
   * {@return the text on one line, with the characters written out that a terminal or the log of a
   * build would obey instead of showing: line breaks, escape sequences, marks of the direction of
   * writing}
   *
   * @param text what somebody wrote, or the name of a file
   */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /**
   * {@return a number and what is counted, such as {@code 1 file} or {@code 2 files}}
   *
   * @param count how many
   * @param what one of them, of a word whose plural only adds an s
   */
  public static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '\n') {
      shown.append("\\n");
    } else if (c == '\t') {
      shown.append("\\t");
    } else if (isShown(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append((Character.isBmpCodePoint(c) ? "\\u%04x" : "\\U%08x").formatted(c));
    }
  }

  /**
   * Tells whether a character is a quote as text processors write it, which YAML takes for a
   * letter.
   *
   * @param c the character
   */
  public static boolean isTypographicQuote(char c) {
    return TYPOGRAPHIC_QUOTES.indexOf(c) >= 0;
  }

  /**
   * Tells whether a terminal shows a character and does nothing else, and XML may hold it.
   *
   * @param codePoint the character
   */
  public static boolean isShown(int codePoint) {
    boolean isNone = (codePoint & 0xFFFE) == 0xFFFE;
    return !isNone
        && switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              false;
          default -> true;
        };
  }
}
