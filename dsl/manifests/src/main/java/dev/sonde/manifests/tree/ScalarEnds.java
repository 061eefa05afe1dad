package dev.sonde.manifests.tree;

/** Finds where a scalar's own text ends. */
final class ScalarEnds {

  private ScalarEnds() {}

  /**
   * The parser lets a block scalar reach over the blank lines behind it. Only with {@code |+} or
   * {@code >+} are they content; otherwise the scalar ends with its last line that holds something.
   */
  static int end(String text, ScalarStyle style, int start, int end) {
    if (style != ScalarStyle.LITERAL && style != ScalarStyle.FOLDED) {
      return end;
    }
    int trimmed = end;
    while (trimmed > start && isBlank(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return keepsLineBreaks(text, start, trimmed) ? end : trimmed;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Looks for the {@code +} in the header, which may follow an anchor and a tag. */
  private static boolean keepsLineBreaks(String text, int start, int end) {
    int indicator = start;
    while (indicator < end && !isIndicator(text, indicator, start)) {
      indicator++;
    }
    int plus = indicator + 1;
    while (plus < end && Character.isDigit(text.charAt(plus))) {
      plus++;
    }
    return plus < end && text.charAt(plus) == '+';
  }

  private static boolean isIndicator(String text, int offset, int start) {
    char c = text.charAt(offset);
    return (c == '|' || c == '>') && (offset == start || isBlank(text.charAt(offset - 1)));
  }
}
