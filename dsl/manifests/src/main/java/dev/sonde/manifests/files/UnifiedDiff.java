package dev.sonde.manifests.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import dev.sonde.manifests.splice.TextEdit;
import dev.sonde.manifests.splice.TextEdits;
import dev.sonde.manifests.tree.SourceText;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes edits as a unified diff. The edits say which lines differ, so that nothing has to be
 * searched for, however long the file is.
 */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private final SourceText source;
  private final TextEdits edits;
  private final Patch<String> patch = new Patch<>();
  private int delta;

  private UnifiedDiff(SourceText source, TextEdits edits) {
    this.source = source;
    this.edits = edits;
  }

  /**
   * {@return the difference, lines ending with {@code \n}; empty if there is none}
   *
   * @param name the file's name
   * @param source its text
   * @param edits the edits, by their place
   */
  public static String of(String name, SourceText source, List<TextEdit> edits) {
    TextEdits all = new TextEdits();
    edits.forEach(all::add);
    UnifiedDiff diff = new UnifiedDiff(source, all);
    diff.collect(edits);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            side("a/", name), side("b/", name), new Lines(source), diff.patch, CONTEXT);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** As git names the two sides; a whole path is named as diff does. */
  private static String side(String prefix, String name) {
    return name.startsWith("/") ? name : prefix + name;
  }

  private void collect(List<TextEdit> all) {
    int from = -1;
    int to = -1;
    for (TextEdit edit : all) {
      int start = source.lineStart(edit.start());
      if (from >= 0 && start > to) {
        change(from, to);
        from = -1;
      }
      from = from < 0 ? start : from;
      to = Math.max(to, end(edit));
    }
    if (from >= 0) {
      change(from, to);
    }
  }

  /** The start of the first line behind an edit. */
  private int end(TextEdit edit) {
    boolean wholeLines =
        edit.end() > edit.start()
            && isLineStart(edit.end())
            && (edit.text().isEmpty() || edit.text().endsWith("\n"));
    return wholeLines ? edit.end() : nextLine(source.lineEnd(edit.end()));
  }

  private boolean isLineStart(int offset) {
    return source.lineStart(offset) == offset;
  }

  private int nextLine(int lineEnd) {
    String text = source.text();
    return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : Math.min(text.length(), lineEnd + 1);
  }

  private void change(int from, int to) {
    List<String> before = lines(source.text().substring(from, to));
    List<String> after = lines(edits.applyTo(source.text(), from, to));
    int line = source.position(from).line() - 1;
    for (AbstractDelta<String> part : DiffUtils.diff(before, after).getDeltas()) {
      patch.addDelta(
          new ChangeDelta<>(moved(part.getSource(), line), moved(part.getTarget(), line + delta)));
    }
    delta += after.size() - before.size();
  }

  private static Chunk<String> moved(Chunk<String> chunk, int lines) {
    return new Chunk<>(chunk.getPosition() + lines, chunk.getLines());
  }

  /** The lines of a whole file; only the few that are asked for are cut out. */
  private static final class Lines extends AbstractList<String> {
    private final SourceText source;

    Lines(SourceText source) {
      this.source = source;
    }

    @Override
    public String get(int index) {
      return source.line(index + 1);
    }

    @Override
    public int size() {
      int count = source.lineCount();
      return source.line(count).isEmpty() ? count - 1 : count;
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\n|\r", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }
}
