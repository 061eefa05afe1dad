package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/**
 * Lays nodes out in braces and brackets.
 *
 * @param quotes what is in double quotes whether it needs them or not
 * @param tight whether no space is behind colons and commas
 * @param lines how lines are broken; empty writes everything on one line
 */
record FlowText(Quotes quotes, boolean tight, Optional<Lines> lines) {

  static final FlowText PLAIN = new FlowText(Quotes.NEEDED, false, Optional.empty());

  /** What is in double quotes. */
  enum Quotes {
    /** What would be read as something else without them. */
    NEEDED,
    /** All texts but no keys, as in KYAML. */
    TEXTS,
    /** All texts and keys, as in JSON. */
    ALL
  }

  /** {@return the style, on one line, of a collection that is not empty} */
  static FlowText like(YamlTreeNode collection) {
    return new FlowText(quotes(collection), false, Optional.empty());
  }

  /** What an author puts in quotes, seen from the first key and from the texts of a collection. */
  static Quotes quotes(YamlTreeNode node) {
    if (node instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
      return isQuoted(mapping.entries().get(0).key()) ? Quotes.ALL : quotesOfTexts(mapping);
    }
    if (node instanceof SequenceNode list && !list.items().isEmpty()) {
      return quotes(list.items().get(0));
    }
    return isQuoted(node) ? Quotes.ALL : Quotes.NEEDED;
  }

  private static Quotes quotesOfTexts(MappingNode mapping) {
    List<YamlTreeNode> texts =
        mapping.entries().stream().map(MappingEntry::value).filter(FlowText::isText).toList();
    boolean all = !texts.isEmpty() && texts.stream().allMatch(FlowText::isQuoted);
    return all ? Quotes.TEXTS : Quotes.NEEDED;
  }

  private static boolean isText(YamlTreeNode node) {
    return node instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING;
  }

  private static boolean isQuoted(YamlTreeNode node) {
    return node instanceof ScalarNode scalar && scalar.style() == ScalarStyle.DOUBLE_QUOTED;
  }

  /**
   * Puts each part on a line of its own.
   *
   * @param lineBreak what ends a line
   * @param indent what is before the parts of the collection at hand
   * @param step what is before deeper parts in addition
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
    String name = quotes == Quotes.ALL ? Yaml.json(key) : Yaml.inline(key);
    return name + (tight ? ":" : ": ") + node(value);
  }

  String node(YamlNode node) {
    FlowText inner = new FlowText(quotes, tight, lines.map(Lines::deeper));
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
    String last = quotes == Quotes.TEXTS ? "," : "";
    return open + start + String.join("," + start, parts) + last + lines.get().start() + close;
  }

  /** {@return what is between two parts on one line} */
  static String comma(boolean tight) {
    return tight ? "," : ", ";
  }

  private String scalar(YamlNode node) {
    return quotes != Quotes.NEEDED && node instanceof YamlText text
        ? Yaml.json(text.value())
        : Yaml.inline(node);
  }
}
