package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlText;

/** Writes a scalar in the quotes of the one whose place it takes. */
final class ScalarText {

  private ScalarText() {}

  static String like(YamlTreeNode old, YamlNode value) {
    if (value instanceof YamlText text && old instanceof ScalarNode scalar) {
      if (scalar.style() == ScalarStyle.DOUBLE_QUOTED) {
        return Yaml.json(text.value());
      }
      if (scalar.style() == ScalarStyle.SINGLE_QUOTED && fitsSingleQuotes(text.value())) {
        return "'" + text.value().replace("'", "''") + "'";
      }
    }
    return Yaml.inline(value);
  }

  private static boolean fitsSingleQuotes(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }
}
