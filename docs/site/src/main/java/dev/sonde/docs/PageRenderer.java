package dev.sonde.docs;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes the HTML of a page's own text. Markup that a page holds is shown, never run. */
final class PageRenderer {

  private final PageLinks links;

  PageRenderer(PageLinks links) {
    this.links = links;
  }

  /** {@return the HTML of the page, to be put into the frame of the site} */
  String html(DocsPage page) {
    DocsPage copy = page.copy();
    adapt(copy);
    Map<Node, String> anchors =
        copy.headings().stream().collect(Collectors.toMap(PageHeading::node, PageHeading::anchor));
    String html =
        HtmlRenderer.builder()
            .extensions(DocsPage.EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (node instanceof Heading) {
                        attributes.put("id", anchors.getOrDefault(node, ""));
                      } else if (node instanceof FencedCodeBlock && tag.equals("pre")) {
                        attributes.put("tabindex", "0");
                      }
                    })
            .build()
            .render(copy.document());
    return html.replace("<th></th>", "<td></td>")
        .replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  /** The marks for tests go; links lead to pages of the site, or become plain text. */
  private void adapt(DocsPage page) {
    page.document()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlBlock block) {
                if (block.getLiteral().startsWith("<!--")) {
                  block.unlink();
                }
              }

              @Override
              public void visit(Link link) {
                Optional<String> address = links.inSite(page, link.getDestination());
                if (address.isPresent()) {
                  link.setDestination(address.get());
                } else {
                  keepText(link);
                }
              }

              @Override
              public void visit(Image image) {
                String file = PageLinks.fileOf(page, image.getDestination());
                image.setDestination("images/" + file.substring(file.lastIndexOf('/') + 1));
              }
            });
  }

  private static void keepText(Link link) {
    Node child = link.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      link.insertBefore(child);
      child = next;
    }
    link.unlink();
  }
}
