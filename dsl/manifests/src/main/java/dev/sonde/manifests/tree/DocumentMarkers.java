package dev.sonde.manifests.tree;

/** Finds in plain text what YAML's grammar lets no document contain. */
final class DocumentMarkers {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final char DELETE = 0x7F;

  private static final String MARKER = "---";

  private DocumentMarkers() {}

  /** The first line behind an offset that begins a document, or the text's end. */
  static int next(String text, int offset) {
    int found = text.indexOf(MARKER, offset + 1);
    while (found >= 0 && !isMarker(text, found)) {
      found = text.indexOf(MARKER, found + 1);
    }
    return found < 0 ? text.length() : found;
  }

  /** The last line before an offset that begins a document; {@code from} if there is none. */
  static int lastBefore(String text, int from, int offset) {
    int found = text.lastIndexOf(MARKER, offset);
    while (found > from && !isMarker(text, found)) {
      found = text.lastIndexOf(MARKER, found - 1);
    }
    return Math.max(from, found);
  }

  private static boolean isMarker(String text, int offset) {
    boolean startsLine = offset == 0 || isLineBreak(text.charAt(offset - 1));
    int end = offset + MARKER.length();
    return startsLine
        && (end == text.length()
            || isLineBreak(text.charAt(end))
            || text.charAt(end) == ' '
            || text.charAt(end) == '\t');
  }

  /**
   * The first character that YAML forbids, or the text's end. A byte order mark at the start of a
   * line counts: some parsers pass over it, for others it is part of the key behind it.
   */
  static int controlCharacter(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isForbiddenInAscii(c) || isForbiddenAboveAscii(c) || isInnerMark(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isForbiddenInAscii(char c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == DELETE;
  }

  private static boolean isForbiddenAboveAscii(char c) {
    return (c >= 0x80 && c < 0xA0 && c != 0x85) || c >= 0xFFFE;
  }

  private static boolean isInnerMark(String text, int offset) {
    return text.charAt(offset) == BYTE_ORDER_MARK
        && offset > 0
        && isLineBreak(text.charAt(offset - 1));
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
