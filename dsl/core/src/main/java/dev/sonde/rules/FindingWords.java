package dev.sonde.rules;

/** Puts values into the sentences of findings. */
public final class FindingWords {

  private static final int LONGEST = 80;

  private FindingWords() {}

  /**
   * {@return the text in quotes, on one line whatever it holds, cut where it is very long}
   *
   * @param text a value that somebody wrote
   */
  public static String quote(String text) {
    int length = Math.min(text.length(), LONGEST);
    StringBuilder quoted = new StringBuilder(length + 3).append('"');
    for (int at = 0; at < length; at++) {
      append(quoted, text.charAt(at));
    }
    return quoted.append(length < text.length() ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder quoted, char c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
          quoted.append("\\u%04x".formatted((int) c));
        } else {
          quoted.append(c);
        }
      }
    }
  }
}
