package dev.sonde.docs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Where the links of the pages lead: in the repository, and in the site. */
final class PageLinks {

  private final Path root;
  private final Map<String, DocsPage> pages;

  PageLinks(Path root, List<DocsPage> pages) {
    this.root = root;
    this.pages = pages.stream().collect(toUnmodifiableMap(DocsPage::source, Function.identity()));
  }

  /** {@return a line for each link of a page that leads nowhere} */
  List<String> dead(DocsPage page) {
    List<String> dead = new ArrayList<>();
    page.document()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                problem(page, link.getDestination()).ifPresent(dead::add);
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                problem(page, image.getDestination()).ifPresent(dead::add);
              }
            });
    return List.copyOf(dead);
  }

  private Optional<String> problem(DocsPage page, String destination) {
    if (isElsewhere(destination)) {
      return Optional.empty();
    }
    String place = page.source() + ": link " + destination + " leads nowhere: ";
    String file = fileOf(page, destination);
    String anchor = anchorOf(destination);
    DocsPage target = pages.get(file);
    if (target == null) {
      return Files.exists(root.resolve(file))
          ? Optional.empty()
          : Optional.of(place + "there is no file " + file + ".");
    }
    boolean found =
        anchor.isEmpty() || target.headings().stream().anyMatch(h -> h.anchor().equals(anchor));
    return found
        ? Optional.empty()
        : Optional.of(place + file + " has no heading with the anchor #" + anchor + ".");
  }

  /** {@return the link's address in the site; none if it leads to a file outside of it} */
  Optional<String> inSite(DocsPage page, String destination) {
    if (isElsewhere(destination)) {
      return Optional.of(destination);
    }
    String anchor = anchorOf(destination);
    DocsPage target = pages.get(fileOf(page, destination));
    return Optional.ofNullable(target)
        .map(found -> found.target() + (anchor.isEmpty() ? "" : "#" + anchor));
  }

  /** {@return the file that a link names, below the repository's folder} */
  static String fileOf(DocsPage page, String destination) {
    String path = destination.replaceAll("#.*", "");
    if (path.isEmpty()) {
      return page.source();
    }
    Path folder = Path.of("/" + page.source()).resolveSibling(path).normalize();
    return folder.toString().replace('\\', '/').substring(1);
  }

  private static String anchorOf(String destination) {
    int hash = destination.indexOf('#');
    return hash < 0 ? "" : destination.substring(hash + 1);
  }

  private static boolean isElsewhere(String destination) {
    return destination.startsWith("https://") || destination.startsWith("http://");
  }
}
