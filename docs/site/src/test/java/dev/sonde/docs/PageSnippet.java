package dev.sonde.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/**
 * A block of code in a page.
 *
 * @param place the page and the block's number in it
 * @param language what stands behind the fence, such as {@code java}
 * @param text the block
 * @param marks what the comments right above it say, such as {@code exit: 1}
 */
record PageSnippet(String place, String language, String text, Map<String, String> marks) {

  private static final Pattern MARK =
      Pattern.compile("<!-- (fixture|exit|file|written|generated|not run): (.+?) -->");

  static List<PageSnippet> of(DocsPage page) {
    List<PageSnippet> snippets = new ArrayList<>();
    page.document()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                String place = page.source() + ", block " + (snippets.size() + 1);
                snippets.add(
                    new PageSnippet(place, block.getInfo(), block.getLiteral(), marksAbove(block)));
              }
            });
    return List.copyOf(snippets);
  }

  /** {@return the folder that the page's commands start from, if the page names one} */
  static Optional<String> fixture(DocsPage page) {
    return MARK.matcher(page.markdown())
        .results()
        .filter(mark -> mark.group(1).equals("fixture"))
        .map(mark -> mark.group(2))
        .findFirst();
  }

  private static Map<String, String> marksAbove(Node block) {
    Map<String, String> marks = new HashMap<>();
    for (Node above = block.getPrevious();
        above instanceof HtmlBlock comment;
        above = above.getPrevious()) {
      MARK.matcher(comment.getLiteral())
          .results()
          .forEach(mark -> marks.put(mark.group(1), mark.group(2)));
    }
    return Map.copyOf(marks);
  }

  boolean isRun() {
    return !marks.containsKey("not run");
  }

  @Override
  public String toString() {
    return place;
  }
}
