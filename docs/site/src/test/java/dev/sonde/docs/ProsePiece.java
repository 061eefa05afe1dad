package dev.sonde.docs;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A paragraph, a heading or a cell of a table, without markup. Blocks of code are none; code within
 * a line is "…", because a linter of prose cannot read it.
 *
 * @param source the page
 * @param line where it begins, from 1
 * @param text its lines
 */
record ProsePiece(String source, int line, String text) {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(DocsPage.EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  static List<ProsePiece> of(DocsPage page) {
    List<ProsePiece> pieces = new ArrayList<>();
    PARSER
        .parse(page.markdown())
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Paragraph paragraph) {
                add(paragraph);
              }

              @Override
              public void visit(Heading heading) {
                add(heading);
              }

              @Override
              public void visit(CustomNode node) {
                if (node instanceof TableCell) {
                  add(node);
                } else {
                  visitChildren(node);
                }
              }

              private void add(Node node) {
                String text = textOf(node);
                if (!text.isBlank()) {
                  pieces.add(new ProsePiece(page.source(), lineOf(node), text));
                }
              }
            });
    return List.copyOf(pieces);
  }

  /** {@return how many sentences it has; a cell without a full stop is one} */
  int sentences() {
    return text.split("[.!?](\\s|$)").length;
  }

  private static int lineOf(Node node) {
    Node placed = node;
    while (placed.getSourceSpans().isEmpty()) {
      placed = placed.getParent();
    }
    return placed.getSourceSpans().get(0).getLineIndex() + 1;
  }

  private static String textOf(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append('…');
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append('\n');
          }
        });
    return text.toString();
  }
}
