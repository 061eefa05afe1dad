package dev.sonde.yaml;

import java.util.Iterator;
import java.util.Map;

/** Appends nodes in block style. A node gets its depth, never its place. */
final class BlockWriter {

  private static final String STEP = "  ";

  private final StringBuilder out;

  BlockWriter(StringBuilder out) {
    this.out = out;
  }

  void document(YamlNode node) {
    if (node instanceof YamlMap map && !map.isEmpty()) {
      entries(map, 0);
    } else if (node instanceof YamlList list && !list.items().isEmpty()) {
      items(list, 0);
    } else {
      // Never a block scalar: at the top, a document marker among its lines would end it.
      out.append(Yaml.inline(node)).append('\n');
    }
  }

  /** Writes a map's lines; the first one is expected to be indented already where it has to be. */
  private void entries(YamlMap map, int depth) {
    Iterator<Map.Entry<String, YamlNode>> entries = map.entries().entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, YamlNode> entry = entries.next();
      out.append(Yaml.inline(entry.getKey())).append(':');
      value(entry.getValue(), depth);
      if (entries.hasNext()) {
        indent(depth);
      }
    }
  }

  private void value(YamlNode node, int depth) {
    if (node instanceof YamlMap map && !map.isEmpty()) {
      out.append('\n');
      indent(depth + 1);
      entries(map, depth + 1);
    } else if (node instanceof YamlList list && !list.items().isEmpty()) {
      out.append('\n');
      indent(depth + 1);
      items(list, depth + 1);
    } else {
      out.append(' ');
      scalar(node, depth + 1);
    }
  }

  private void items(YamlList list, int depth) {
    Iterator<YamlNode> items = list.items().iterator();
    while (items.hasNext()) {
      out.append("- ");
      item(items.next(), depth + 1);
      if (items.hasNext()) {
        indent(depth);
      }
    }
  }

  private void item(YamlNode node, int depth) {
    if (node instanceof YamlMap map && !map.isEmpty()) {
      entries(map, depth);
    } else if (node instanceof YamlList list && !list.items().isEmpty()) {
      items(list, depth);
    } else {
      scalar(node, depth);
    }
  }

  private void scalar(YamlNode node, int depth) {
    if (node instanceof YamlText text && LiteralBlock.suits(text.value())) {
      LiteralBlock.append(out, text.value(), STEP.repeat(depth));
    } else {
      out.append(Yaml.inline(node)).append('\n');
    }
  }

  private void indent(int depth) {
    out.append(STEP.repeat(depth));
  }
}
