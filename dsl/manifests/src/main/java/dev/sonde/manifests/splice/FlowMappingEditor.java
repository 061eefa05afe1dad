package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.List;
import java.util.OptionalInt;

/** Edits a mapping in braces, which may be JSON. */
final class FlowMappingEditor implements MappingEditor {

  private final SourceText source;
  private final MappingNode mapping;
  private final TextEdits edits;
  private final FlowParts parts;
  private final FlowText flow;

  FlowMappingEditor(SourceText source, MappingNode mapping, BlockLayout layout, TextEdits edits) {
    this.source = source;
    this.mapping = mapping;
    this.edits = edits;
    List<FlowParts.Span> spans =
        mapping.entries().stream()
            .map(
                entry ->
                    new FlowParts.Span(
                        entry.key().start(), end(entry), List.of(entry.key(), entry.value())))
            .toList();
    String comma = FlowText.comma(isTight());
    this.parts = new FlowParts(source, edits, mapping, spans, comma, layout.lineBreak());
    this.flow = new FlowText(layout.quotes(mapping), isTight(), parts.lines());
  }

  private boolean isTight() {
    MappingEntry first = mapping.entries().get(0);
    YamlTreeNode value = first.value();
    return value.start() == first.key().end() + 1 && value.end() > value.start();
  }

  /** A key without a colon has an empty value, which may be anywhere behind it. */
  private static int end(MappingEntry entry) {
    return Math.max(entry.key().end(), entry.value().end());
  }

  @Override
  public void setValue(MappingEntry entry, YamlNode value) {
    YamlTreeNode old = entry.value();
    String text = BlockText.isCollection(value) ? flow.node(value) : scalar(old, value);
    OptionalInt colon = new ScalarGap(source, entry.key().end(), old.start()).find(':');
    if (colon.isEmpty()) {
      edits.insert(entry.key().end(), ": " + text);
    } else {
      boolean touches = old.start() == colon.getAsInt() + 1 && old.start() == old.end();
      write(old.start(), old.end(), touches ? " " + text : text, entry, List.of(old));
    }
  }

  private String scalar(YamlTreeNode old, YamlNode value) {
    return flow.quotes() != FlowText.Quotes.NEEDED ? flow.node(value) : ScalarText.like(old, value);
  }

  @Override
  public void replace(MappingEntry entry, String key, YamlNode value) {
    List<YamlTreeNode> nodes = List.of(entry.key(), entry.value());
    write(entry.key().start(), end(entry), flow.entry(key, value), entry, nodes);
  }

  /** Writes over nodes of an entry. Comments in them move above its line, else behind it. */
  private void write(
      int start, int end, String text, MappingEntry entry, List<YamlTreeNode> nodes) {
    List<String> comments = CommentSearch.in(source, start, end, nodes);
    int key = entry.key().start();
    if (!comments.isEmpty() && BlockColumns.startsLine(source, key)) {
      edits.insert(key, parts.above(comments, key));
      edits.replace(start, end, text);
    } else {
      edits.replace(start, end, text + parts.keep(comments, end));
    }
  }

  @Override
  public void remove(MappingEntry entry) {
    parts.remove(mapping.entries().indexOf(entry));
  }

  @Override
  public void insertAfter(MappingEntry after, YamlMap entries) {
    parts.insertAfter(
        mapping.entries().indexOf(after),
        entries.entries().entrySet().stream()
            .map(entry -> flow.entry(entry.getKey(), entry.getValue()))
            .toList());
  }

  @Override
  public void finish() {
    parts.finish();
  }
}
