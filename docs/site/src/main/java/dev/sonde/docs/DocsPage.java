package dev.sonde.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of the docs.
 *
 * @param source its file below the repository's folder, with {@code /} between folders
 * @param markdown what the file holds
 * @param document the same, parsed
 */
record DocsPage(String source, String markdown, Node document) {

  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  /**
   * Reads a page.
   *
   * @param root the repository's folder
   * @param file the page
   * @throws IOException if it cannot be read
   */
  static DocsPage read(Path root, Path file) throws IOException {
    String source = root.relativize(file).toString().replace('\\', '/');
    return of(source, Files.readString(file));
  }

  /** {@return the page of a file with this text} */
  static DocsPage of(String source, String markdown) {
    return new DocsPage(source, markdown, PARSER.parse(markdown));
  }

  /** {@return the same page with a tree of its own, for somebody who changes it} */
  DocsPage copy() {
    return of(source, markdown);
  }

  /** {@return the name of its page in the site, such as {@code lint.html}} */
  String target() {
    if (source.equals("README.md")) {
      return "index.html";
    }
    if (source.equals("docs/README.md")) {
      return "docs.html";
    }
    String name = source.substring(source.lastIndexOf('/') + 1);
    return name.toLowerCase(Locale.ROOT).replaceAll("\\.md$", ".html");
  }

  /** {@return the name of its Markdown in the site, such as {@code lint.md}} */
  String markdownTarget() {
    return target().replaceAll("\\.html$", ".md");
  }

  /** {@return its first paragraph, on one line} */
  String summary() {
    Node node = document.getFirstChild();
    while (node != null && !(node instanceof Paragraph)) {
      node = node.getNext();
    }
    return node == null ? "" : textOf(node);
  }

  /** {@return the text of its first heading} */
  String title() {
    return headings().stream()
        .findFirst()
        .map(PageHeading::text)
        .orElseThrow(() -> new IllegalArgumentException(source + " has no heading. Write one."));
  }

  /** {@return its headings from the top, with the anchors that a link can name} */
  List<PageHeading> headings() {
    IdGenerator ids = IdGenerator.builder().build();
    List<PageHeading> headings = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String text = textOf(heading);
            headings.add(new PageHeading(heading, text, ids.generateId(text)));
          }
        });
    return List.copyOf(headings);
  }

  /** {@return the text of a node without its markup} */
  static String textOf(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
