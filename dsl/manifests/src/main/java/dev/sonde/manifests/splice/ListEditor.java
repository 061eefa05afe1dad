package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;
import java.util.List;

/** Changes the items of one list, in its style. */
public sealed interface ListEditor permits BlockListEditor, FlowListEditor {

  /**
   * {@return an editor of a list that has an item}
   *
   * @param source the text that holds it
   * @param list the list
   * @param layout how block style is laid out here
   * @param edits where the edits go
   */
  static ListEditor of(SourceText source, SequenceNode list, BlockLayout layout, TextEdits edits) {
    return list.flow()
        ? new FlowListEditor(source, list, layout, edits)
        : new BlockListEditor(source, list, layout, edits);
  }

  /**
   * Gives an item another value.
   *
   * @param item one of the list's items, a scalar
   * @param value the new value, a scalar
   */
  void setScalar(YamlTreeNode item, YamlNode value);

  /**
   * Takes an item away.
   *
   * @param item one of the list's items; another one must remain
   */
  void remove(YamlTreeNode item);

  /**
   * Adds items at the end.
   *
   * @param items the new items
   */
  void append(List<YamlNode> items);

  /** Completes the edits; nothing may be asked afterwards. */
  void finish();
}
