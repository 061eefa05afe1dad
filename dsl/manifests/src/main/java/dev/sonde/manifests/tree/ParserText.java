package dev.sonde.manifests.tree;

/**
 * A text as the parser sees it. Where Go's YAML library takes a character otherwise than YAML 1.2
 * does, another one stands for it, so that all offsets stay.
 */
final class ParserText {

  /** Each one makes the parser begin a document again. */
  private static final int MOST_REPAIRS = 100;

  /** What every parser takes for a part of a text without quotes. */
  private static final char PLAIN = '_';

  /** The escapes that Go knows and the parser does not, and what they mean. */
  private static final String ESCAPES = "'LP";

  private static final String MEANINGS = "'\u2028\u2029";

  /** Begins the two characters that stand for such an escape. */
  private static final char STAND_IN = '\ue000';

  private final boolean json;
  private String text;
  private int repairs;

  /** To Go, as to YAML 1.1, these three end a line. */
  ParserText(String text) {
    this.json = JsonStreams.beginsObject(text, 0);
    this.text =
        json ? text : text.replace('\u0085', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
  }

  String text() {
    return text;
  }

  /**
   * Makes readable what Go reads and the parser does not.
   *
   * @param offset where the parser stopped
   * @return whether it is worth trying again
   */
  boolean repair(int offset) {
    if (repairs == MOST_REPAIRS || offset >= text.length()) {
      return false;
    }
    if (isLoneDash(offset) || isColonAtEnd(offset)) {
      replace(offset, offset + 1, PLAIN);
      return true;
    }
    if (!json && isEscape(offset)) {
      char meant = (char) (STAND_IN + 1 + ESCAPES.indexOf(text.charAt(offset)));
      replace(offset - 1, offset, STAND_IN);
      replace(offset, offset + 1, meant);
      return true;
    }
    if (isCommentBehindHeader(offset)) {
      replace(offset, SourceText.of(text).lineEnd(offset), ' ');
      return true;
    }
    return false;
  }

  /**
   * What is really written where the parser found a text without quotes.
   *
   * @param text the text as it is
   * @param end where it ends there
   * @param found what the parser found
   */
  static String valueOf(String text, int end, String found) {
    int last = found.length() - 1;
    return last >= 0 && found.charAt(last) == PLAIN && text.charAt(end - 1) != PLAIN
        ? found.substring(0, last) + text.charAt(end - 1)
        : found;
  }

  /**
   * What is really written where the parser found a text in double quotes.
   *
   * @param text the text as it is
   * @param found what the parser found
   */
  static String unescaped(String text, String found) {
    if (found.indexOf(STAND_IN) < 0 || text.indexOf(STAND_IN) >= 0) {
      return found;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < found.length(); i++) {
      char c = found.charAt(i);
      value.append(c == STAND_IN ? MEANINGS.charAt(found.charAt(++i) - STAND_IN - 1) : c);
    }
    return value.toString();
  }

  private void replace(int start, int end, char replacement) {
    repairs++;
    text =
        text.substring(0, start)
            + String.valueOf(replacement).repeat(end - start)
            + text.substring(end);
  }

  /** In brackets and braces a dash right before what ends its item is a text. */
  private boolean isLoneDash(int offset) {
    return text.charAt(offset) == '-'
        && offset > 0
        && offset + 1 < text.length()
        && ",]}".indexOf(text.charAt(offset + 1)) >= 0
        && " \t\r\n,[{".indexOf(text.charAt(offset - 1)) >= 0;
  }

  private boolean isEscape(int offset) {
    return offset > 0
        && text.charAt(offset - 1) == '\\'
        && ESCAPES.indexOf(text.charAt(offset)) >= 0;
  }

  /** In them a colon right before it is a part of the text: {@code {a: b:}}. */
  private boolean isColonAtEnd(int offset) {
    return text.charAt(offset) == ':'
        && offset > 0
        && offset + 1 < text.length()
        && ",]}".indexOf(text.charAt(offset + 1)) >= 0
        && " \t\r\n,[{".indexOf(text.charAt(offset - 1)) < 0;
  }

  /** {@code |#c}: Go wants no space before the comment. */
  private boolean isCommentBehindHeader(int offset) {
    int header = offset - 1;
    while (header > 0 && "0123456789+-".indexOf(text.charAt(header)) >= 0) {
      header--;
    }
    return text.charAt(offset) == '#' && header > 0 && "|>".indexOf(text.charAt(header)) >= 0;
  }
}
