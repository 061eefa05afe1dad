package dev.sonde.manifests.tree;

/**
 * A place in a text, as editors count it.
 *
 * @param line from 1; lines end with {@code \n}, {@code \r\n} or {@code \r}
 * @param column from 1, in UTF-16 code units (Java's {@code char})
 */
public record TextPosition(int line, int column) implements Comparable<TextPosition> {

  /** Where a text begins. */
  public static final TextPosition START = new TextPosition(1, 1);

  /** Compares by line, then by column. */
  @Override
  public int compareTo(TextPosition other) {
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  /** {@return line and column as in {@code 12:5}} */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
