package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Edits a mapping whose entries are on lines of their own. */
final class BlockMappingEditor implements MappingEditor {

  private final SourceText source;
  private final MappingNode mapping;
  private final BlockLayout layout;
  private final TextEdits edits;
  private final int column;
  private final BlockParts parts;
  private final BitSet removed = new BitSet();
  private boolean firstRemoved;

  BlockMappingEditor(SourceText source, MappingNode mapping, BlockLayout layout, TextEdits edits) {
    this.source = source;
    this.mapping = mapping;
    this.layout = layout;
    this.edits = edits;
    this.column = BlockColumns.of(source, MappingKeys.start(source, mapping));
    this.parts = new BlockParts(source, layout, edits, column);
  }

  @Override
  public void setValue(MappingEntry entry, YamlNode value) {
    if (!BlockText.isCollection(value)) {
      setScalar(entry, value);
    } else if (isBlock(entry.value())) {
      replaceLines(entry.value(), column(entry.value(), value), value);
    } else if (isFlow(entry.value())) {
      YamlTreeNode old = entry.value();
      parts.insertAbove(start(entry), comments(old.start(), old.end(), old));
      edits.replace(old.start(), old.end(), FlowText.like(old).node(value));
    } else {
      moveBelow(entry, value);
    }
  }

  private void setScalar(MappingEntry entry, YamlNode value) {
    YamlTreeNode old = entry.value();
    if (isBlock(old)) {
      parts.insertAbove(start(entry), comments(colon(entry), lineEnd(old), old));
      edits.replace(colon(entry), lineEnd(old), " " + Yaml.inline(value) + closing(old));
    } else {
      String text = ScalarText.like(old, value) + closing(old);
      int end = behindTabs(old.end());
      parts.insertAbove(start(entry), comments(old.start(), old.end(), old));
      edits.replace(old.start(), end, old.start() == colon(entry) ? " " + text : text);
    }
  }

  /** Writes a collection over the lines of the old one. */
  private void replaceLines(YamlTreeNode old, int newColumn, YamlNode value) {
    int start = contentStart(old);
    List<String> lines = new ArrayList<>();
    comments(start, old.end(), old).forEach(c -> lines.add(BlockColumns.indent(newColumn) + c));
    lines.addAll(BlockText.collection(layout, newColumn, value));
    String text = String.join(layout.lineBreak(), lines) + closing(old);
    edits.replace(source.lineStart(start), old.end(), text);
  }

  /** Writes a collection below the key; the old value stood behind it. */
  private void moveBelow(MappingEntry entry, YamlNode value) {
    YamlTreeNode old = entry.value();
    String text = source.text();
    int start = old.start();
    while (start > colon(entry) && text.charAt(start - 1) == ' ') {
      start--;
    }
    parts.insertAbove(start(entry), comments(start, old.end(), old));
    edits.delete(start, behindTabs(old.end()));
    int newColumn = column + (value instanceof YamlList ? layout.listStep() : layout.step());
    String lines = String.join(layout.lineBreak(), BlockText.collection(layout, newColumn, value));
    edits.insert(source.lineEnd(old.end()), layout.lineBreak() + lines);
  }

  @Override
  public void replace(MappingEntry entry, String key, YamlNode value) {
    int start = start(entry);
    List<String> lines = BlockText.entry(layout, column, key, value);
    String first = lines.get(0).stripLeading();
    parts.insertAbove(start, comments(start, entry.value().end(), entry.key(), entry.value()));
    String text = String.join(layout.lineBreak(), withFirst(first, lines));
    edits.replace(start, entry.value().end(), text + closing(entry.value()));
  }

  private static List<String> withFirst(String first, List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(0, first);
    return changed;
  }

  @Override
  public void remove(MappingEntry entry) {
    if (BlockColumns.startsLine(source, start(entry))) {
      removed.set(indexOf(entry));
    } else {
      firstRemoved = true;
    }
  }

  private int indexOf(MappingEntry entry) {
    return mapping.entries().indexOf(entry);
  }

  @Override
  public void insertAfter(MappingEntry after, YamlMap entries) {
    List<String> lines = new ArrayList<>();
    entries
        .entries()
        .forEach((key, value) -> lines.addAll(BlockText.entry(layout, column, key, value)));
    if (endsInBlockWithoutLineBreak(after.value())
        && BlockColumns.startsLine(source, start(after))) {
      parts.insertBefore(start(after), lines);
    } else {
      parts.insertAfter(after.value().end(), lines);
    }
  }

  /** There one more line would add a line break to the block's text. */
  private boolean endsInBlockWithoutLineBreak(YamlTreeNode value) {
    return value.end() == source.text().length()
        && EdgeLeaves.last(value) instanceof ScalarNode scalar
        && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
  }

  /** What is taken away behind a dash goes in one piece: the first entry that remains moves up. */
  @Override
  public void finish() {
    int behindDash = firstRemoved ? removed.nextClearBit(1) : 0;
    if (firstRemoved) {
      removeBehindDash(mapping.entries().subList(0, behindDash));
    }
    removed.stream().filter(index -> index >= behindDash).forEach(this::removeLines);
  }

  private void removeBehindDash(List<MappingEntry> entries) {
    int start = start(entries.get(0));
    int next = start(mapping.entries().get(entries.size()));
    YamlTreeNode[] nodes =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.key(), entry.value()))
            .toArray(YamlTreeNode[]::new);
    parts.removeBehindDash(start, next, comments(start, next, nodes));
  }

  private void removeLines(int index) {
    MappingEntry entry = mapping.entries().get(index);
    int start = start(entry);
    List<String> comments = comments(start, lineEnd(entry.value()), entry.key(), entry.value());
    parts.remove(start, entry.value().end(), comments);
  }

  /** An empty pair of braces or brackets shows no style. */
  private static boolean isFlow(YamlTreeNode node) {
    return (node instanceof MappingNode mapping && mapping.flow() && !mapping.entries().isEmpty())
        || (node instanceof SequenceNode list && list.flow() && !list.items().isEmpty());
  }

  private static boolean isBlock(YamlTreeNode node) {
    return (node instanceof MappingNode mapping && !mapping.flow())
        || (node instanceof SequenceNode sequence && !sequence.flow());
  }

  /** The column for a new collection: that of the old one if they are of one sort. */
  private int column(YamlTreeNode old, YamlNode value) {
    boolean sameSort = old instanceof MappingNode == value instanceof YamlMap;
    if (sameSort) {
      return BlockColumns.of(source, contentStart(old));
    }
    return column + (value instanceof YamlList ? layout.listStep() : layout.step());
  }

  /** Where a block collection's own lines begin, behind its anchor and tag. */
  private int contentStart(YamlTreeNode block) {
    if (block instanceof MappingNode inner) {
      return MappingKeys.start(source, inner);
    }
    int firstItem = ((SequenceNode) block).items().get(0).start();
    return new ScalarGap(source, block.start(), firstItem).find('-').orElse(block.start());
  }

  /** Some parsers take no tab at the end of a line that they did not take before. */
  private int behindTabs(int offset) {
    int lineEnd = source.lineEnd(offset);
    String rest = source.text().substring(offset, lineEnd);
    return rest.isBlank() && rest.contains("\t") ? lineEnd : offset;
  }

  private int start(MappingEntry entry) {
    return MappingKeys.start(source, mapping, entry);
  }

  /** The offset behind the entry's colon. */
  private int colon(MappingEntry entry) {
    int to = Math.max(entry.value().start(), entry.key().end() + 1);
    return new ScalarGap(source, entry.key().end(), to).find(':').orElse(entry.key().end()) + 1;
  }

  private int lineEnd(YamlTreeNode node) {
    return keepsBreaks(node) ? node.end() : source.lineEnd(node.end());
  }

  /** The line break that goes with a node, and has to be behind what takes its place. */
  private String closing(YamlTreeNode old) {
    return keepsBreaks(old) ? layout.lineBreak() : "";
  }

  /** What ends in a block scalar that keeps its trailing line breaks ends at a line's start. */
  private boolean keepsBreaks(YamlTreeNode node) {
    return node.end() > node.start() && source.lineStart(node.end()) == node.end();
  }

  private List<String> comments(int from, int to, YamlTreeNode... nodes) {
    return CommentSearch.in(source, from, to, List.of(nodes));
  }
}
