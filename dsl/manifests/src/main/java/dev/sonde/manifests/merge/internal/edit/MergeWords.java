package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.splice.FlowYaml;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;

/** Puts values into sentences. */
final class MergeWords {

  private static final int LONGEST = 100;

  private MergeWords() {}

  static String of(YamlNode value) {
    return cut(FlowYaml.oneLine(value));
  }

  /** {@return the value so that a reader sees what is wrong with it: {@code "8080"} has quotes} */
  static String of(YamlTreeNode node) {
    YamlTreeNode resolved = node.resolved();
    return resolved instanceof ScalarNode scalar
        ? cut(scalar(scalar))
        : of(NodeValues.of(resolved));
  }

  private static String scalar(ScalarNode scalar) {
    if (scalar.type() == ScalarType.NULL) {
      return "empty";
    }
    if (scalar.dependsOnYamlVersion()) {
      return scalar.text() + " (" + scalar.integer().orElse(0) + " to kubectl)";
    }
    return scalar.style() == ScalarStyle.PLAIN
        ? scalar.text()
        : FlowYaml.oneLine(NodeValues.of(scalar));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
