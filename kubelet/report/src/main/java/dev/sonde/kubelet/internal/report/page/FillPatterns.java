package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;

/** The patterns that all pictures of the page fill their bars with. */
final class FillPatterns {

  private FillPatterns() {}

  static void draw(MarkupWriter page) {
    page.open("svg", "class", "patterns", "aria-hidden", "true", "width", "0", "height", "0");
    page.open("defs");
    hatch("fault-hatch", "M-2 8L8-2M4 14L14 4", page);
    hatch("stop-hatch", "M-2 2L8 12M2-2L14 10", page);
    hatch("start-hatch", "M3 0V10M8 0V10", page);
    page.close().close().line();
  }

  private static void hatch(String id, String lines, MarkupWriter page) {
    page.open("pattern", "id", id, "width", "10", "height", "10", "patternUnits", "userSpaceOnUse");
    page.open("rect", "width", "10", "height", "10").close();
    page.open("path", "d", lines).close();
    page.close();
  }
}
