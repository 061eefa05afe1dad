package dev.sonde.manifests.splice;

import static dev.sonde.manifests.tree.MappingNode.MERGE_KEY;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlBoolean;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What nodes of a manifest mean, apart from how they are written. */
public final class NodeValues {

  private NodeValues() {}

  public static boolean isNull(YamlTreeNode node) {
    return node.resolved() instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }

  /** {@return the node's meaning, aliases followed, and what merge keys bring in written out} */
  public static YamlNode of(YamlTreeNode node) {
    YamlTreeNode resolved = node.resolved();
    if (resolved instanceof MappingNode mapping) {
      return map(mapping);
    }
    if (resolved instanceof SequenceNode sequence) {
      return new YamlList(sequence.items().stream().map(NodeValues::of).toList());
    }
    return scalar((ScalarNode) resolved);
  }

  /** {@return the entries by their keys, those that merge keys bring in last} */
  public static YamlMap map(MappingNode mapping) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    for (MappingEntry entry : mapping.entries()) {
      if (entry.key().resolved() instanceof ScalarNode key && !entry.isNamed(MERGE_KEY)) {
        values.put(key.text(), of(entry.value()));
      }
    }
    for (MappingEntry entry : mapping.entries()) {
      if (entry.isNamed(MERGE_KEY)) {
        merged(of(entry.value())).forEach(values::putIfAbsent);
      }
    }
    return new YamlMap(values);
  }

  private static Map<String, YamlNode> merged(YamlNode source) {
    if (source instanceof YamlMap map) {
      return map.entries();
    }
    Map<String, YamlNode> values = new LinkedHashMap<>();
    if (source instanceof YamlList list) {
      list.items().forEach(item -> merged(item).forEach(values::putIfAbsent));
    }
    return values;
  }

  private static YamlNode scalar(ScalarNode scalar) {
    return switch (scalar.type()) {
      case NULL -> new YamlNull();
      case BOOLEAN -> new YamlBoolean(scalar.isTrue());
      case INTEGER ->
          scalar.integer().isPresent()
              ? new YamlNumber(scalar.integer().getAsLong())
              : new YamlText(scalar.text());
      case FLOAT, STRING -> new YamlText(scalar.text());
    };
  }
}
