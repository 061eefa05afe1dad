package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds and takes away the parts, between commas, of a flow mapping or a flow list. */
final class FlowParts {

  /** A part's place in the text. */
  record Span(int start, int end) {}

  private final SourceText source;
  private final TextEdits edits;
  private final Node collection;
  private final List<Span> spans;
  private final String lineBreak;
  private final BitSet removed = new BitSet();

  FlowParts(
      SourceText source, TextEdits edits, Node collection, List<Span> spans, String lineBreak) {
    this.source = source;
    this.edits = edits;
    this.collection = collection;
    this.spans = spans;
    this.lineBreak = lineBreak;
  }

  /** How new parts are laid out: on lines of their own where the first part stands so. */
  Optional<FlowText.Lines> lines() {
    int first = spans.get(0).start();
    if (!Columns.startsLine(source, first)
        || source.lineStart(first) == source.lineStart(collection.start())) {
      return Optional.empty();
    }
    String indent = source.text().substring(source.lineStart(first), first);
    String outer = indentOfLine(collection.start());
    String step = indent.startsWith(outer) ? indent.substring(outer.length()) : "  ";
    return Optional.of(new FlowText.Lines(lineBreak, indent, step));
  }

  private String indentOfLine(int offset) {
    String text = source.text();
    int start = source.lineStart(offset);
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  void remove(int index) {
    removed.set(index);
  }

  void insertAfter(int index, String comma, List<String> texts) {
    Span part = spans.get(index);
    Optional<FlowText.Lines> lines = lines();
    if (lines.isPresent() && insertLines(index, part, texts, lines.get())) {
      return;
    }
    String separator = lines.map(l -> "," + l.start()).orElse(comma);
    edits.insert(part.end(), separator + String.join(separator, texts));
  }

  /** Puts parts behind the comment of the part before them; tells whether the line allows it. */
  private boolean insertLines(int index, Span part, List<String> texts, FlowText.Lines lines) {
    int limit = index + 1 < spans.size() ? spans.get(index + 1).start() : collection.end() - 1;
    OptionalInt comma = new Gap(source, part.end(), limit).find(',');
    int rest = comma.isPresent() ? comma.getAsInt() + 1 : part.end();
    int lineEnd = source.lineEnd(rest);
    if (!isBlankOrComment(source.text().substring(rest, lineEnd))) {
      return false;
    }
    String joined = lines.start() + String.join("," + lines.start(), texts);
    if (comma.isEmpty()) {
      edits.insert(part.end(), ",");
    }
    edits.insert(lineEnd, comma.isPresent() ? joined + "," : joined);
    return true;
  }

  private static boolean isBlankOrComment(String rest) {
    return rest.isBlank() || rest.stripLeading().startsWith("#");
  }

  /** Does what was asked to be taken away, all together: commas depend on what remains. */
  void finish() {
    int lastKept = removed.previousClearBit(spans.size() - 1);
    for (int i = 0; i < lastKept; i++) {
      if (removed.get(i)) {
        edits.delete(spans.get(i).start(), spans.get(i + 1).start());
      }
    }
    if (lastKept < spans.size() - 1) {
      int from = lastKept < 0 ? spans.get(0).start() : spans.get(lastKept).end();
      edits.delete(from, spans.get(spans.size() - 1).end());
    }
  }
}
