package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlNode;
import java.util.List;

/** Edits a list in brackets. */
final class FlowListEditor implements ListEditor {

  private final SequenceNode list;
  private final TextEdits edits;
  private final FlowParts parts;
  private final FlowText flow;

  FlowListEditor(SourceText source, SequenceNode list, BlockLayout layout, TextEdits edits) {
    this.list = list;
    this.edits = edits;
    List<FlowParts.Span> spans =
        list.items().stream()
            .map(item -> new FlowParts.Span(item.start(), item.end(), List.of(item)))
            .toList();
    this.parts =
        new FlowParts(source, edits, list, spans, FlowText.comma(false), layout.lineBreak());
    this.flow = new FlowText(layout.quotes(list), false, parts.lines());
  }

  @Override
  public void setScalar(YamlTreeNode item, YamlNode value) {
    String text =
        flow.quotes() != FlowText.Quotes.NEEDED ? flow.node(value) : ScalarText.like(item, value);
    edits.replace(item.start(), item.end(), text);
  }

  @Override
  public void remove(YamlTreeNode item) {
    parts.remove(list.items().indexOf(item));
  }

  @Override
  public void append(List<YamlNode> items) {
    parts.insertAfter(list.items().size() - 1, items.stream().map(flow::node).toList());
  }

  @Override
  public void finish() {
    parts.finish();
  }
}
