package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlNode;
import java.util.List;

/** Edits a list whose items are behind dashes. */
final class BlockListEditor implements ListEditor {

  private final SourceText source;
  private final SequenceNode list;
  private final BlockLayout layout;
  private final TextEdits edits;
  private final int column;
  private final BlockParts parts;

  BlockListEditor(SourceText source, SequenceNode list, BlockLayout layout, TextEdits edits) {
    this.source = source;
    this.list = list;
    this.layout = layout;
    this.edits = edits;
    this.column = BlockColumns.of(source, dash(0));
    this.parts = new BlockParts(source, layout, edits, column);
  }

  /** The offset of an item's dash. */
  private int dash(int index) {
    int from = index == 0 ? list.start() : list.items().get(index - 1).end();
    int to = list.items().get(index).start();
    return new ScalarGap(source, from, to).find('-').orElse(list.start());
  }

  @Override
  public void setScalar(YamlTreeNode item, YamlNode value) {
    parts.insertAbove(
        item.start(), CommentSearch.in(source, item.start(), item.end(), List.of(item)));
    edits.replace(item.start(), item.end(), ScalarText.like(item, value));
  }

  @Override
  public void remove(YamlTreeNode item) {
    int start = dash(list.items().indexOf(item));
    int lineEnd = source.lineEnd(item.end());
    parts.remove(start, item.end(), CommentSearch.in(source, start, lineEnd, List.of(item)));
  }

  @Override
  public void append(List<YamlNode> items) {
    int end = list.items().get(list.items().size() - 1).end();
    parts.insertAfter(end, BlockText.collection(layout, column, new YamlList(items)));
  }

  @Override
  public void finish() {
    // Every edit is done as soon as it is asked.
  }
}
