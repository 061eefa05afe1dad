package dev.sonde.manifests.splice;

import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays nodes out in block style as lines, each with its own indentation and without a line break.
 *
 * <p>A text of several lines is in double quotes: unlike a block scalar it cannot swallow a comment
 * that happens to follow.
 */
final class BlockText {

  private final BlockLayout layout;
  private final List<String> lines = new ArrayList<>();

  private BlockText(BlockLayout layout) {
    this.layout = layout;
  }

  /** {@return the lines of {@code key: value} in a mapping whose keys are at that column} */
  static List<String> entry(BlockLayout layout, int column, String key, YamlNode value) {
    BlockText text = new BlockText(layout);
    text.entry(BlockColumns.indent(column), column, key, value);
    return text.lines;
  }

  /** {@return the lines of a mapping or a list that is at that column} */
  static List<String> collection(BlockLayout layout, int column, YamlNode node) {
    BlockText text = new BlockText(layout);
    text.collection(BlockColumns.indent(column), column, node);
    return text.lines;
  }

  static boolean isCollection(YamlNode node) {
    return (node instanceof YamlMap map && !map.isEmpty())
        || (node instanceof YamlList list && !list.items().isEmpty());
  }

  private void entry(String before, int column, String key, YamlNode value) {
    String head = before + Yaml.inline(key) + ":";
    if (isCollection(value)) {
      lines.add(head);
      int inner = column + (value instanceof YamlList ? layout.listStep() : layout.step());
      collection(BlockColumns.indent(inner), inner, value);
    } else {
      lines.add(head + " " + Yaml.inline(value));
    }
  }

  /** Lays out a collection; its first line begins with {@code before}, which ends at the column. */
  private void collection(String before, int column, YamlNode node) {
    String start = before;
    if (node instanceof YamlMap map) {
      for (Map.Entry<String, YamlNode> entry : map.entries().entrySet()) {
        entry(start, column, entry.getKey(), entry.getValue());
        start = BlockColumns.indent(column);
      }
    } else if (node instanceof YamlList list) {
      for (YamlNode item : list.items()) {
        item(start + "- ", column + 2, item);
        start = BlockColumns.indent(column);
      }
    }
  }

  private void item(String before, int column, YamlNode item) {
    if (isCollection(item)) {
      collection(before, column, item);
    } else {
      lines.add(before + Yaml.inline(item));
    }
  }
}
