package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.picture.TimelinePicture;
import dev.sonde.kubelet.internal.time.NanoTime;

/** A timeline: its story, the picture, what it comes to, and all of it in words. */
final class TimelineFigure {

  private TimelineFigure() {}

  /**
   * @param id the figure's id in the page
   * @param heading the element of its title
   */
  static void write(Timeline timeline, String id, String heading, MarkupWriter page) {
    page.open("figure", "aria-labelledby", id).line();
    page.open("figcaption").leaf(heading, timeline.title(), "id", id);
    if (!timeline.story().isEmpty()) {
      page.leaf("p", timeline.story());
    }
    page.close().line();
    page.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "group",
        "aria-label",
        timeline.title() + ", picture");
    TimelinePicture.draw(timeline, id + "p", page);
    page.close().line();
    facts(timeline, page);
    moments(timeline, page);
    page.close().line();
  }

  private static void facts(Timeline timeline, MarkupWriter page) {
    page.open("dl", "class", "facts");
    for (Timeline.Fact fact : timeline.facts()) {
      page.open("div").leaf("dt", fact.label()).leaf("dd", fact.value()).close();
    }
    page.close().line();
  }

  private static void moments(Timeline timeline, MarkupWriter page) {
    page.open("details", "class", "words").leaf("summary", "In words");
    page.open("ol");
    for (Timeline.Moment moment : timeline.moments()) {
      page.open("li").leaf("span", NanoTime.text(moment.at()), "class", "t").text(" ");
      page.text(moment.text()).close().line();
    }
    page.close().close().line();
  }
}
