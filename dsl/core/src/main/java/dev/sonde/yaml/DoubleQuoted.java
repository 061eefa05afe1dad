package dev.sonde.yaml;

/** The {@code "…"} form, which holds any text on one line. */
final class DoubleQuoted {

  private DoubleQuoted() {}

  /** {@return the text as JSON writes it, which is YAML, too} */
  static String json(String text) {
    return quoted(text, true);
  }

  static String of(String text) {
    return quoted(text, false);
  }

  private static String quoted(String text, boolean json) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      append(out, text.codePointAt(at), json);
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int codePoint, boolean json) {
    switch (codePoint) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (json ? !breaksLines(codePoint) : standsForItself(codePoint)) {
          out.appendCodePoint(codePoint);
        } else {
          out.append(json ? "\\u%04x".formatted(codePoint) : escape(codePoint));
        }
      }
    }
  }

  /** Tells whether a character is a control, a line's end, or a byte order mark. */
  private static boolean breaksLines(int codePoint) {
    return Character.isISOControl(codePoint)
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint == 0xFEFF;
  }

  private static String escape(int codePoint) {
    if (codePoint <= 0xFF) {
      return "\\x%02X".formatted(codePoint);
    }
    return (codePoint <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(codePoint);
  }

  /**
   * Tells whether a character is legal in YAML 1.1 and 1.2, and can be seen. Blanks other than the
   * space, invisible and direction-changing characters, and all beyond the basic plane are escaped.
   * Fixed ranges: Java's own character tables change with its version, the output must not.
   */
  static boolean standsForItself(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= ' ' && codePoint < 0x7F;
    }
    return switch (codePoint) {
      case 0xAD, 0x61C, 0x1680, 0x180E, 0x3000 -> false;
      default ->
          between(0xA1, codePoint, 0x1FFF)
              || between(0x2010, codePoint, 0x2027)
              || between(0x2070, codePoint, 0xD7FF);
    };
  }

  private static boolean between(int first, int codePoint, int last) {
    return first <= codePoint && codePoint <= last;
  }
}
