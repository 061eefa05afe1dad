package dev.sonde.compiled;

/** Texts and numbers as Java writes them. */
public final class JavaLiteral {

  private JavaLiteral() {}

  /**
   * {@return a string literal on one line} JavaPoet breaks a line at every character that Unicode
   * calls a line break, also within quotes; here none is left.
   *
   * @param text any text
   */
  public static String of(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      append(literal, text, i);
    }
    return literal.append('"').toString();
  }

  /**
   * {@return a number, which is an {@code int} where it fits}
   *
   * @param number any number
   */
  public static String of(long number) {
    return number == (int) number ? Long.toString(number) : number + "L";
  }

  private static void append(StringBuilder literal, String text, int i) {
    char c = text.charAt(i);
    switch (c) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> {
        if (c < ' ') {
          // Not as a Unicode escape: Java resolves those first, and would see a line break.
          literal.append("\\%03o".formatted((int) c));
        } else if (isPlain(text, i)) {
          literal.append(c);
        } else {
          literal.append("\\u%04x".formatted((int) c));
        }
      }
    }
  }

  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    if (Character.isSurrogate(c)) {
      return isHalfOfPair(text, i);
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isHalfOfPair(String text, int i) {
    boolean first =
        i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
    return first || second;
  }
}
