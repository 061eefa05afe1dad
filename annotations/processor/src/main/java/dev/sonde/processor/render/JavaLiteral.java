package dev.sonde.processor.render;

/**
 * Writes texts of users as Java literals. JavaPoet's own ones break the line at all that Unicode
 * calls a line's end, which Java does not join again.
 */
final class JavaLiteral {

  private JavaLiteral() {}

  /** {@return the literal, in ASCII where a character could be taken for the end of a line} */
  static String of(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        literal.append(escape(c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }

  /** In octal, as a Unicode escape of a line's end would be one before the literal is read. */
  private static String escape(char c) {
    return c < 0x100 ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c);
  }
}
