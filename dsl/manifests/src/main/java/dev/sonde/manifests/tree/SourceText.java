package dev.sonde.manifests.tree;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file's text, together with what is needed to turn it into the same bytes again. Immutable and
 * safe for use by several threads.
 */
public final class SourceText {

  private final String text;
  private final TextEncoding encoding;
  private volatile int @Nullable [] lineStarts;

  SourceText(String text, TextEncoding encoding) {
    this.text = text;
    this.encoding = encoding;
  }

  /**
   * {@return text that was never bytes; it encodes as UTF-8 without a byte order mark}
   *
   * @param text the text
   */
  public static SourceText of(String text) {
    return new SourceText(text, TextEncoding.UNMARKED_UTF_8);
  }

  /**
   * {@return the text of UTF-8, or of UTF-16 that begins with a byte order mark; up to the first
   * bytes that are no such text}
   *
   * @param bytes a file's content
   * @param problems takes the problem that the bytes are no such text, if they are none
   */
  public static SourceText decode(byte[] bytes, Consumer<YamlProblem> problems) {
    TextEncoding.Decoded decoded = TextEncoding.decode(bytes);
    decoded.problem().ifPresent(problems);
    return decoded.source();
  }

  /** {@return the text, without a byte order mark} */
  public String text() {
    return text;
  }

  /** {@return the character set that the bytes were in: UTF-8, UTF-16LE or UTF-16BE} */
  public Charset charset() {
    return encoding.charset();
  }

  /**
   * {@return other text as bytes, in this one's character set and with its byte order mark}
   *
   * @param other mostly an edited copy of {@link #text()}
   */
  public byte[] encode(String other) {
    byte[] mark = encoding.mark();
    byte[] body = other.getBytes(encoding.charset());
    byte[] bytes = Arrays.copyOf(mark, mark.length + body.length);
    System.arraycopy(body, 0, bytes, mark.length, body.length);
    return bytes;
  }

  /**
   * {@return line and column of an offset}
   *
   * @param offset in {@code char}s, from 0 to the text's length
   */
  public TextPosition position(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new TextPosition(line + 1, offset - starts[line] + 1);
  }

  /**
   * {@return the offset of the first character of the line that holds an offset}
   *
   * @param offset in {@code char}s, from 0 to the text's length
   */
  public int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !isLineBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /**
   * {@return the offset of the line break that ends the line, or of the text's end}
   *
   * @param offset in {@code char}s, from 0 to the text's length
   */
  public int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && !isLineBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** {@return how many lines there are; an empty one behind a final line break counts} */
  public int lineCount() {
    return lineStarts().length;
  }

  /**
   * {@return the text of a line, without its line break}
   *
   * @param line from 1 to {@link #lineCount()}
   */
  public String line(int line) {
    int start = lineStarts()[line - 1];
    return text.substring(start, lineEnd(start));
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts();
      lineStarts = known;
    }
    return known;
  }

  private int[] findLineStarts() {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    int newline = text.indexOf('\n');
    int carriageReturn = text.indexOf('\r');
    while (newline >= 0 || carriageReturn >= 0) {
      boolean returnFirst = carriageReturn >= 0 && (newline < 0 || carriageReturn < newline);
      int found = returnFirst ? carriageReturn : newline;
      if (!returnFirst || newline != found + 1) {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = found + 1;
      }
      if (returnFirst) {
        carriageReturn = text.indexOf('\r', found + 1);
      } else {
        newline = text.indexOf('\n', found + 1);
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
