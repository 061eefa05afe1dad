package dev.sonde.yaml;

/**
 * A string. However it looks ({@code yes}, {@code 8080}), it reads back as a string.
 *
 * @param value the string
 */
public record YamlText(String value) implements YamlNode {

  /**
   * Checks that YAML can hold the string.
   *
   * @throws IllegalArgumentException if {@code value} holds half of a surrogate pair, which no
   *     encoding of a YAML document can carry
   */
  public YamlText {
    int at = loneSurrogate(value);
    if (at >= 0) {
      throw new IllegalArgumentException(
          "character %d of a text is half of a surrogate pair: \\u%04x"
              .formatted(at, (int) value.charAt(at)));
    }
  }

  private static int loneSurrogate(String value) {
    for (int at = 0; at < value.length(); ) {
      int codePoint = value.codePointAt(at);
      if (Character.getType(codePoint) == Character.SURROGATE) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return -1;
  }
}
