package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.Entry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
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

  FlowMappingEditor(SourceText source, MappingNode mapping, Layout layout, TextEdits edits) {
    this.source = source;
    this.mapping = mapping;
    this.edits = edits;
    List<FlowParts.Span> spans =
        mapping.entries().stream()
            .map(entry -> new FlowParts.Span(entry.key().start(), end(entry)))
            .toList();
    this.parts = new FlowParts(source, edits, mapping, spans, layout.lineBreak());
    this.flow = new FlowText(FlowText.quotes(mapping), isTight(), parts.lines());
  }

  private boolean isTight() {
    Entry first = mapping.entries().get(0);
    Node value = first.value();
    return value.start() == first.key().end() + 1 && value.end() > value.start();
  }

  /** A key without a colon has an empty value, which may stand anywhere behind it. */
  private static int end(Entry entry) {
    return Math.max(entry.key().end(), entry.value().end());
  }

  @Override
  public void setValue(Entry entry, YamlNode value) {
    Node old = entry.value();
    String text = BlockText.isCollection(value) ? flow.node(value) : scalar(old, value);
    OptionalInt colon = new Gap(source, entry.key().end(), old.start()).find(':');
    if (colon.isEmpty()) {
      edits.insert(entry.key().end(), ": " + text);
    } else {
      boolean touches = old.start() == colon.getAsInt() + 1 && old.start() == old.end();
      edits.replace(old.start(), old.end(), touches ? " " + text : text);
    }
  }

  private String scalar(Node old, YamlNode value) {
    return flow.json() ? flow.node(value) : ScalarText.like(old, value);
  }

  @Override
  public void replace(Entry entry, String key, YamlNode value) {
    edits.replace(entry.key().start(), end(entry), flow.entry(key, value));
  }

  @Override
  public void remove(Entry entry) {
    parts.remove(mapping.entries().indexOf(entry));
  }

  @Override
  public void insertAfter(Entry after, YamlMap entries) {
    parts.insertAfter(
        mapping.entries().indexOf(after),
        flow.comma(),
        entries.entries().entrySet().stream()
            .map(entry -> flow.entry(entry.getKey(), entry.getValue()))
            .toList());
  }

  @Override
  public void finish() {
    parts.finish();
  }
}
