package dev.sonde.docs;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * What the search looks in: each section of each page. A script and not JSON, because a page that
 * was opened as a file may load the one and not the other.
 */
final class SearchIndex {

  private SearchIndex() {}

  static String of(List<DocsPage> pages) {
    return pages.stream()
        .flatMap(page -> sections(page).stream())
        .collect(joining(",\n", "const SECTIONS = [\n", "\n];\n"));
  }

  private static List<String> sections(DocsPage page) {
    List<String> sections = new ArrayList<>();
    for (PageHeading heading : page.headings()) {
      boolean first = sections.isEmpty();
      sections.add(
          "{page: %s, heading: %s, address: %s, text: %s}"
              .formatted(
                  quoted(page.title()),
                  quoted(heading.text()),
                  quoted(page.target() + (first ? "" : "#" + heading.anchor())),
                  quoted(textBehind(heading.node()))));
    }
    return sections;
  }

  private static String textBehind(Node heading) {
    StringBuilder text = new StringBuilder();
    for (Node node = heading.getNext();
        node != null && !(node instanceof Heading);
        node = node.getNext()) {
      text.append(node instanceof FencedCodeBlock code ? code.getLiteral() : words(node))
          .append(' ');
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  /** Cells and list items must not run into each other. */
  private static String words(Node node) {
    StringBuilder text = new StringBuilder();
    if (node.getFirstChild() == null || !isBlock(node.getFirstChild())) {
      return DocsPage.textOf(node);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      text.append(child instanceof FencedCodeBlock code ? code.getLiteral() : words(child))
          .append(' ');
    }
    return text.toString();
  }

  private static boolean isBlock(Node node) {
    return node instanceof Block || node instanceof CustomNode;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c < ' ' || c == '<' || c == 0x2028 || c == 0x2029) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
