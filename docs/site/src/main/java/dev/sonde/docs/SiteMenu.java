package dev.sonde.docs;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/** The menu of the site: the headings and links of docs/README.md, in its order. */
final class SiteMenu {

  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  /**
   * Reads the menu.
   *
   * @param index the page docs/README.md
   * @param pages all pages; those that the index does not name come last
   */
  SiteMenu(DocsPage index, List<DocsPage> pages) {
    read(index);
    List<String> more = pages.stream().map(DocsPage::source).collect(toCollection(ArrayList::new));
    more.removeAll(files());
    more.remove(index.source());
    sectionOf("More").addAll(more);
  }

  private void read(DocsPage index) {
    index
        .document()
        .accept(
            new AbstractVisitor() {
              private List<String> section = sectionOf("Start");

              @Override
              public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                  section = sectionOf(DocsPage.textOf(heading));
                }
              }

              @Override
              public void visit(Link link) {
                String file = PageLinks.fileOf(index, link.getDestination());
                if (file.endsWith(".md") && !section.contains(file)) {
                  section.add(file);
                }
              }
            });
  }

  private List<String> sectionOf(String name) {
    return sections.computeIfAbsent(name, key -> new ArrayList<>());
  }

  /** {@return for each section the files of its pages} */
  Map<String, List<String>> sections() {
    return Collections.unmodifiableMap(sections);
  }

  private List<String> files() {
    return sections.values().stream().flatMap(List::stream).toList();
  }
}
