package dev.sonde.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * A list.
 *
 * @param items its elements, in order
 */
public record YamlList(List<YamlNode> items) implements YamlNode {

  /** Copies the items, so that the value stays what it was. */
  public YamlList {
    items = List.copyOf(items);
  }

  /**
   * {@return a list of strings}
   *
   * @param texts the strings, in order
   */
  public static YamlList ofTexts(List<String> texts) {
    List<YamlNode> nodes = new ArrayList<>();
    for (String text : texts) {
      nodes.add(new YamlText(text));
    }
    return new YamlList(nodes);
  }
}
