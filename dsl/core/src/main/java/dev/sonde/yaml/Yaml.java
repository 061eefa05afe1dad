package dev.sonde.yaml;

import java.util.List;

/**
 * Writes nodes as YAML text: block style, two spaces a level, list items one level below their key,
 * {@code \n} at the end of every line. The same node gives the same characters everywhere.
 */
public final class Yaml {

  private Yaml() {}

  /**
   * {@return the node as a document, ending with a line break}
   *
   * @param node what to write
   * @throws IllegalArgumentException if a text of it holds half of a surrogate pair
   */
  public static String write(YamlNode node) {
    return write(List.of(), node);
  }

  /**
   * {@return the node as a document below comment lines, ending with a line break}
   *
   * @param comment lines to be first, without the {@code #}
   * @param node what to write
   * @throws IllegalArgumentException if a comment line holds a control character, such as a line
   *     break, or a text holds half of a surrogate pair
   */
  public static String write(List<String> comment, YamlNode node) {
    StringBuilder out = new StringBuilder();
    for (String line : comment) {
      for (int index = 0; index < line.length(); index++) {
        char c = line.charAt(index);
        if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
          throw new IllegalArgumentException(
              "a comment line holds a control character: " + DoubleQuoted.of(line));
        }
      }
      out.append(line.isEmpty() ? "#" : "# ").append(line).append('\n');
    }
    new BlockWriter(out).document(node);
    return out.toString();
  }

  /**
   * {@return the text as a scalar on one line, quoted where a reader could take it for anything but
   * this string}
   *
   * @param text any string
   * @throws IllegalArgumentException if {@code text} holds half of a surrogate pair
   */
  public static String inline(String text) {
    demandWritable(text);
    return PlainScalar.reads(text) ? text : DoubleQuoted.of(text);
  }

  /**
   * {@return a value that needs one line: a scalar as in {@link #inline(String)}, or a collection
   * that is empty}
   *
   * @param node such a value
   * @throws IllegalArgumentException if a text holds half of a surrogate pair
   */
  public static String inline(YamlNode node) {
    if (node instanceof YamlText text) {
      return inline(text.value());
    } else if (node instanceof YamlNumber number) {
      return Long.toString(number.value());
    } else if (node instanceof YamlBoolean flag) {
      return Boolean.toString(flag.value());
    } else if (node instanceof YamlNull) {
      return "null";
    }
    return node instanceof YamlMap ? "{}" : "[]";
  }

  /**
   * {@return the text as a JSON string, which is YAML, too}
   *
   * @param text any string
   * @throws IllegalArgumentException if {@code text} holds half of a surrogate pair
   */
  public static String json(String text) {
    demandWritable(text);
    return DoubleQuoted.json(text);
  }

  /**
   * Makes sure that a document can carry the text in some encoding.
   *
   * @param text any string
   * @throws IllegalArgumentException if {@code text} holds half of a surrogate pair
   */
  public static void demandWritable(String text) {
    int at = loneSurrogate(text);
    if (at >= 0) {
      throw new IllegalArgumentException(
          "character %d of a text is half of a surrogate pair: \\u%04x"
              .formatted(at, (int) text.charAt(at)));
    }
  }

  private static int loneSurrogate(String text) {
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (Character.getType(codePoint) == Character.SURROGATE) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return -1;
  }
}
