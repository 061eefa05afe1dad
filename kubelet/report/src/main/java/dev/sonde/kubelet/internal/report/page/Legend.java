package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.Markup;
import dev.sonde.kubelet.internal.report.model.Mark;
import dev.sonde.kubelet.internal.report.model.Origin;
import dev.sonde.kubelet.internal.report.picture.Symbol;

/** How to read the page. */
final class Legend {

  private Legend() {}

  static void write(Markup page) {
    page.open("footer").line().leaf("h2", "How to read this").line();
    page.open("ul", "class", "legend").line();
    for (Mark.Kind kind : Mark.Kind.values()) {
      page.open("li");
      Symbol.draw(new Mark(kind, 0, false), page);
      page.text(" " + meaning(kind)).close();
    }
    page.open("li");
    Symbol.draw(new Mark(Mark.Kind.FAILURE, 0, true), page);
    page.text(" ringed: the try that makes the kubelet act").close().line();
    page.close().line();
    page.open("dl", "class", "legend").line();
    for (Origin origin : Origin.values()) {
      page.open("div").open("dt").leaf("span", origin.word(), "class", "origin").close();
      page.leaf("dd", origin.meaning()).close().line();
    }
    page.close().line();
    page.leaf(
            "p",
            "Timelines are played by Sonde's simulation of the kubelet on virtual time. Its own"
                + " work comes on top on a real node: a second or two. Where tries are closer than"
                + " can be drawn, the one that says most is shown.")
        .line();
    page.close().line();
  }

  private static String meaning(Mark.Kind kind) {
    return switch (kind) {
      case SUCCESS -> "success";
      case WARNING -> "success with a warning";
      case FAILURE -> "failure";
      case ERROR -> "error, counts as nothing";
    };
  }
}
