package dev.sonde.manifests.splice;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects the edits of one text. Not safe for use by several threads. */
public final class TextEdits {

  private static final Comparator<TextEdit> BY_PLACE =
      comparingInt(TextEdit::start).thenComparingInt(TextEdit::end);

  private final List<TextEdit> edits = new ArrayList<>();
  private boolean sorted = true;

  /** Makes an empty collection. */
  public TextEdits() {}

  /** {@return whether there is no edit} */
  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /**
   * {@return the edits by their place} What is inserted is before what is replaced from the same
   * place on; otherwise those of one place keep the order in which they came.
   */
  public List<TextEdit> inOrder() {
    if (!sorted) {
      edits.sort(BY_PLACE);
      sorted = true;
    }
    return Collections.unmodifiableList(edits);
  }

  /**
   * Adds an edit.
   *
   * @param edit the edit
   */
  public void add(TextEdit edit) {
    sorted = edits.isEmpty() || (sorted && BY_PLACE.compare(last(), edit) <= 0);
    edits.add(edit);
  }

  private TextEdit last() {
    return edits.get(edits.size() - 1);
  }

  void replace(int start, int end, String text) {
    add(new TextEdit(start, end, text));
  }

  void insert(int offset, String text) {
    replace(offset, offset, text);
  }

  void delete(int start, int end) {
    replace(start, end, "");
  }

  /**
   * {@return the text with all edits done}
   *
   * @param text the text that the offsets refer to
   * @throws IllegalStateException if two edits overlap
   */
  public String applyTo(String text) {
    return applyTo(text, 0, text.length());
  }

  /**
   * {@return a piece of the text with the edits done that lie in it}
   *
   * @param text the text that the offsets refer to
   * @param from the offset of the piece's first character
   * @param to the offset behind its last one
   * @throws IllegalStateException if two edits overlap, other than two that only take away
   */
  public String applyTo(String text, int from, int to) {
    StringBuilder out = new StringBuilder(to - from + 256);
    int done = from;
    for (TextEdit edit : within(from, to)) {
      if (edit.start() < done && !edit.text().isEmpty()) {
        throw new IllegalStateException("edits overlap at offset " + edit.start());
      }
      out.append(text, done, Math.max(done, edit.start())).append(edit.text());
      done = Math.max(done, edit.end());
    }
    return out.append(text, done, to).toString();
  }

  private List<TextEdit> within(int from, int to) {
    List<TextEdit> all = inOrder();
    int first = Collections.binarySearch(all, new TextEdit(from, from, ""), BY_PLACE);
    int index = first < 0 ? -first - 1 : first;
    while (index > 0 && all.get(index - 1).start() >= from) {
      index--;
    }
    int end = index;
    while (end < all.size() && all.get(end).start() <= to) {
      end++;
    }
    return all.subList(index, end).stream().filter(edit -> edit.end() <= to).toList();
  }
}
