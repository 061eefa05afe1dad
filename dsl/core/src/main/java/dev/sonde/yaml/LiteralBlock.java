package dev.sonde.yaml;

/**
 * The {@code |} form of a text of several lines, such as a shell script: it is as it was written.
 */
final class LiteralBlock {

  private LiteralBlock() {}

  /**
   * Tells whether the text reads well in this form: several lines, no character that needs an
   * escape, no blank at a line's end that an editor would strip, nothing that needs an indentation
   * indicator, and at most one line break at the end.
   */
  static boolean suits(String text) {
    int lastBreak = text.lastIndexOf('\n');
    return lastBreak > 0
        && text.charAt(0) != ' '
        && text.charAt(0) != '\n'
        && !text.endsWith("\n\n")
        && !text.endsWith(" ")
        && !text.contains(" \n")
        && text.chars().allMatch(c -> c == '\n' || DoubleQuoted.standsForItself(c));
  }

  static void append(StringBuilder out, String text, String indentation) {
    boolean endsWithBreak = text.endsWith("\n");
    out.append(endsWithBreak ? "|\n" : "|-\n");
    String body = endsWithBreak ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : indentation).append(line).append('\n');
    }
  }
}
