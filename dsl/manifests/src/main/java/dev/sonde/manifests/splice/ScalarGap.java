package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The text between two scalars: indicators, blanks and comments, nothing quoted.
 *
 * @param source the text
 * @param from the offset of its first character
 * @param to the offset behind its last one
 */
record ScalarGap(SourceText source, int from, int to) {

  /** {@return the offset of the first such character that is in no comment} */
  OptionalInt find(char wanted) {
    for (int i = from; i < to; i++) {
      if (startsComment(i)) {
        i = source.lineEnd(i) - 1;
      } else if (source.text().charAt(i) == wanted) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** {@return the comments, from the {@code #} to the line's end} */
  List<String> comments() {
    List<String> comments = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (startsComment(i)) {
        int end = source.lineEnd(i);
        comments.add(source.text().substring(i, end).stripTrailing());
        i = end - 1;
      }
    }
    return comments;
  }

  private boolean startsComment(int offset) {
    String text = source.text();
    return text.charAt(offset) == '#'
        && (offset == 0 || Character.isWhitespace(text.charAt(offset - 1)));
  }
}
