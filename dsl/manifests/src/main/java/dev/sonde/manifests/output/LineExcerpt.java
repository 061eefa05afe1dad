package dev.sonde.manifests.output;

import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.TextPosition;

/**
 * The line that a finding points at; of a very long one the part around the place.
 *
 * @param text the characters, without a line break
 * @param caret how many of them are before the place
 */
public record LineExcerpt(String text, int caret) {

  /** No line at all, for a finding about a whole file. */
  public static final LineExcerpt NONE = new LineExcerpt("", 0);

  private static final int MOST_BEFORE = 80;
  private static final int MOST_AFTER = 80;
  private static final String CUT = "…";

  /**
   * {@return the line that holds an offset}
   *
   * @param source the text
   * @param offset the place, in {@code char}s
   * @param position the same place
   */
  public static LineExcerpt of(SourceText source, int offset, TextPosition position) {
    String text = source.text();
    int before = Math.min(position.column() - 1, MOST_BEFORE);
    int end = offset;
    while (end < text.length() && end < offset + MOST_AFTER && !isLineBreak(text.charAt(end))) {
      end++;
    }
    String start = position.column() - 1 > before ? CUT : "";
    boolean whole = end == text.length() || isLineBreak(text.charAt(end));
    String shown = start + text.substring(offset - before, end) + (whole ? "" : CUT);
    return new LineExcerpt(shown, start.length() + before);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
