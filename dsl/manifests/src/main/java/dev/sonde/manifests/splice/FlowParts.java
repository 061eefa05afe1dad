package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds and takes away the parts, between commas, of a flow mapping or a flow list. */
final class FlowParts {

  /** A part's place in the text, and the nodes in it. */
  record Span(int start, int end, List<YamlTreeNode> nodes) {}

  private final SourceText source;
  private final TextEdits edits;
  private final YamlTreeNode collection;
  private final List<Span> spans;
  private final String comma;
  private final String lineBreak;
  private final BitSet removed = new BitSet();
  private final Map<Integer, List<String>> inserted = new HashMap<>();

  /**
   * @param comma what is between two parts on one line
   */
  FlowParts(
      SourceText source,
      TextEdits edits,
      YamlTreeNode collection,
      List<Span> spans,
      String comma,
      String lineBreak) {
    this.source = source;
    this.edits = edits;
    this.collection = collection;
    this.spans = spans;
    this.comma = comma;
    this.lineBreak = lineBreak;
  }

  /** How new parts are laid out: on lines of their own where the first part stands so. */
  Optional<FlowText.Lines> lines() {
    int first = spans.get(0).start();
    if (!BlockColumns.startsLine(source, first)
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

  /** Adds parts behind one that remains. */
  void insertAfter(int index, List<String> texts) {
    inserted.put(index, texts);
  }

  private void insert(int index, List<String> texts) {
    Span part = spans.get(index);
    Optional<FlowText.Lines> lines = lines();
    if (lines.isPresent() && insertLines(index, part, texts, lines.get())) {
      return;
    }
    String separator = separator();
    edits.insert(part.end(), separator + String.join(separator, texts));
  }

  private String separator() {
    return lines().map(lines -> "," + lines.start()).orElse(comma);
  }

  /** Puts parts behind the comment of the part before them; tells whether the line allows it. */
  private boolean insertLines(int index, Span part, List<String> texts, FlowText.Lines lines) {
    int limit = index + 1 < spans.size() ? spans.get(index + 1).start() : collection.end() - 1;
    OptionalInt comma = new ScalarGap(source, part.end(), limit).find(',');
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

  /** Does what was asked, all together: commas depend on what remains. */
  void finish() {
    inserted.forEach(
        (index, texts) -> {
          if (!removed.get(index + 1)) {
            insert(index, texts);
          }
        });
    int first = removed.nextSetBit(0);
    while (first >= 0) {
      int next = removed.nextClearBit(first);
      remove(first, next);
      first = removed.nextSetBit(next);
    }
  }

  /** Takes a run of parts away, and puts what is to be inserted there in its place. */
  private void remove(int first, int next) {
    List<String> texts = inserted.getOrDefault(first - 1, List.of());
    boolean last = next == spans.size();
    boolean fromComma = first > 0 && (last || !texts.isEmpty());
    int from = fromComma ? spans.get(first - 1).end() : spans.get(first).start();
    int to = last ? spans.get(next - 1).end() : spans.get(next).start();
    String separator = separator();
    String text = texts.isEmpty() ? "" : separator + String.join(separator, texts);
    edits.replace(
        from,
        to,
        comments(first, next, from, to) + text + (last || texts.isEmpty() ? "" : separator));
  }

  private String comments(int first, int next, int from, int to) {
    List<YamlTreeNode> nodes =
        spans.subList(first, next).stream().flatMap(span -> span.nodes().stream()).toList();
    return keep(CommentSearch.in(source, from, to, nodes), from);
  }

  /** Comments that stay where something is taken away, and the start of the line behind them. */
  String keep(List<String> comments, int offset) {
    String start = lineBreak + indentOfLine(collection.start()) + "  ";
    String before = offset > 0 && !isBlank(source.text().charAt(offset - 1)) ? " " : "";
    return comments.isEmpty() ? "" : before + String.join(start, comments) + start;
  }

  /** Comments above a part that begins its line, and the start of its line. */
  String above(List<String> comments, int partStart) {
    String start = lineBreak + source.text().substring(source.lineStart(partStart), partStart);
    return String.join(start, comments) + start;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
