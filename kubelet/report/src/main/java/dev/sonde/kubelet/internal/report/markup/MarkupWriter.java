package dev.sonde.kubelet.internal.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements. Names of elements and attributes are the program's own; every text and every
 * attribute's value is escaped, whatever it holds. Not safe for use by several threads.
 */
public final class MarkupWriter {

  /** They have no content, and HTML allows no end tag. */
  private static final Set<String> VOID = Set.of("meta", "link", "br");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param element its name
   * @param attributes names and values in turn
   * @return this writer
   * @throws IllegalArgumentException if a value is missing
   */
  public MarkupWriter open(String element, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of " + element + " has no value");
    }
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      MarkupEscape.to(out, attributes[i + 1]);
      out.append('"');
    }
    if (VOID.contains(element)) {
      out.append("/>");
    } else {
      out.append('>');
      open.push(element);
    }
    return this;
  }

  /**
   * Ends the element that was begun last.
   *
   * @return this writer
   */
  public MarkupWriter close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /**
   * Writes a text.
   *
   * @param text any text
   * @return this writer
   */
  public MarkupWriter text(String text) {
    MarkupEscape.to(out, text);
    return this;
  }

  /**
   * Writes an element that holds only a text.
   *
   * @param element its name
   * @param text its text
   * @param attributes names and values in turn
   * @return this writer
   */
  public MarkupWriter leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /**
   * Writes a line break between elements, for those who read the source.
   *
   * @return this writer
   */
  public MarkupWriter line() {
    out.append('\n');
    return this;
  }

  /**
   * Writes what is markup already.
   *
   * @param trusted the program's own text, nothing that was read
   * @return this writer
   */
  public MarkupWriter trusted(String trusted) {
    out.append(trusted);
    return this;
  }

  /**
   * {@return what was written}
   *
   * @throws IllegalStateException if an element was not ended
   */
  public String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return out.toString();
  }
}
