package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/**
 * Lays nodes out in braces and brackets.
 *
 * @param json whether keys and strings stand in JSON's quotes
 * @param tight whether no space stands behind colons and commas
 * @param lines how lines are broken; empty writes everything on one line
 */
record FlowText(boolean json, boolean tight, Optional<Lines> lines) {

  static final FlowText PLAIN = new FlowText(false, false, Optional.empty());

  /** {@return the style, on one line, of a collection that is not empty} */
  static FlowText like(Node collection) {
    return new FlowText(quotes(collection), false, Optional.empty());
  }

  static boolean quotes(Node node) {
    if (node instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
      return quotes(mapping.entries().get(0).key());
    }
    if (node instanceof SequenceNode list && !list.items().isEmpty()) {
      return quotes(list.items().get(0));
    }
    return node instanceof ScalarNode scalar && scalar.style() == ScalarStyle.DOUBLE_QUOTED;
  }

  /**
   * Puts each part on a line of its own.
   *
   * @param lineBreak what ends a line
   * @param indent what stands before the parts of the collection at hand
   * @param step what stands before deeper parts in addition
   */
  record Lines(String lineBreak, String indent, String step) {
    Lines deeper() {
      return new Lines(lineBreak, indent + step, step);
    }

    String start() {
      return lineBreak + indent;
    }
  }

  String entry(String key, YamlNode value) {
    return scalar(new YamlText(key)) + (tight ? ":" : ": ") + node(value);
  }

  String node(YamlNode node) {
    FlowText inner = new FlowText(json, tight, lines.map(Lines::deeper));
    if (node instanceof YamlMap map) {
      return collection(
          "{",
          map.entries().entrySet().stream()
              .map(entry -> inner.entry(entry.getKey(), entry.getValue()))
              .toList(),
          "}");
    } else if (node instanceof YamlList list) {
      return collection("[", list.items().stream().map(inner::node).toList(), "]");
    }
    return scalar(node);
  }

  private String collection(String open, List<String> parts, String close) {
    if (parts.isEmpty() || lines.isEmpty()) {
      return open + String.join(comma(tight), parts) + close;
    }
    String start = lines.get().deeper().start();
    return open + start + String.join("," + start, parts) + lines.get().start() + close;
  }

  /** {@return what stands between two parts on one line} */
  static String comma(boolean tight) {
    return tight ? "," : ", ";
  }

  private String scalar(YamlNode node) {
    return json && node instanceof YamlText text
        ? JsonText.quoted(text.value())
        : BlockText.scalar(node);
  }
}
