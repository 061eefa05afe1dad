package dev.sonde.kubelet.internal.report.model;

/**
 * Text from files that may hold anything: what cannot be seen, or turns the direction of what
 * stands beside it, is shown as an escape.
 */
public final class VisibleText {

  private VisibleText() {}

  /**
   * {@return the text on one line, every character of it to be seen}
   *
   * @param text any text
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                line.append("\\u%04x".formatted(c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
