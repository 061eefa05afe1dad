package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ReportedOrigin;
import dev.sonde.kubelet.internal.report.model.TryMark;
import dev.sonde.kubelet.internal.report.picture.LegendSymbol;

/** How to read the page. */
final class PageLegend {

  private PageLegend() {}

  /**
   * @param measured whether there are measurements to be explained
   */
  static void write(boolean measured, MarkupWriter page) {
    page.open("footer").line().leaf("h2", "How to read this").line();
    page.open("ul", "class", "legend").line();
    for (TryMark.Kind kind : TryMark.Kind.values()) {
      page.open("li");
      LegendSymbol.draw(new TryMark(kind, 0, false), page);
      page.text(" " + meaning(kind)).close();
    }
    page.open("li");
    LegendSymbol.draw(new TryMark(TryMark.Kind.FAILURE, 0, true), page);
    page.text(" ringed: the try that makes the kubelet act").close().line();
    page.close().line();
    page.open("dl", "class", "legend").line();
    for (ReportedOrigin origin : ReportedOrigin.values()) {
      page.open("div").open("dt").leaf("span", origin.word(), "class", "origin").close();
      page.leaf("dd", origin.meaning()).close().line();
    }
    page.close().line();
    if (measured) {
      page.leaf(
              "p",
              "Measured times: each line has its own scale from 0. A bar is as high as its times"
                  + " are frequent, the lozenge is the bound, the thick line the budget,"
                  + " and what is hatched lies outside of it; a dashed line is the budget that a"
                  + " rule asks for.")
          .line();
    }
    page.leaf(
            "p",
            "Timelines are played by Sonde's simulation on virtual time, with a kubelet as late as"
                + " one on a node; scenarios of your own, as they say. The picture shows one node,"
                + " the figures below it the best and the worst of 20. Where tries are closer than"
                + " can be drawn, the one that says most is shown.")
        .line();
    page.close().line();
  }

  private static String meaning(TryMark.Kind kind) {
    return switch (kind) {
      case SUCCESS -> "success";
      case WARNING -> "success with a warning";
      case FAILURE -> "failure";
      case ERROR -> "error, counts as nothing";
    };
  }
}
