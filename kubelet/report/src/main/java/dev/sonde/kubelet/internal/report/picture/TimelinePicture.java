package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.TimeAxis;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.model.TimelineLane;
import dev.sonde.kubelet.internal.report.model.TryMark;
import dev.sonde.rules.FindingWords;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a timeline. */
public final class TimelinePicture {

  private static final int LANE = 24;
  private static final int TOP = 6;
  private static final int AXIS = 24;
  private static final int INTERVALS = 8;

  /** More lines down to the axis would hide the picture. */
  private static final int MOST_GUIDES = 12;

  private final Timeline timeline;
  private final TimeScale scale;
  private final MarkupWriter svg;
  private final int bottom;

  private TimelinePicture(Timeline timeline, MarkupWriter svg) {
    this.timeline = timeline;
    this.scale = TimeScale.of(timeline);
    this.svg = svg;
    this.bottom = TOP + LANE * timeline.lanes().size();
  }

  /**
   * Draws a timeline.
   *
   * @param timeline what to draw
   * @param id the picture's id in the document
   * @param svg takes the picture
   */
  public static void draw(Timeline timeline, String id, MarkupWriter svg) {
    new TimelinePicture(timeline, svg).draw(id);
  }

  private void draw(String id) {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + TimeScale.WIDTH + " " + (bottom + AXIS),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    svg.leaf("title", timeline.title() + ", timeline", "id", id + "-title");
    svg.leaf("desc", description(), "id", id + "-desc");
    axis();
    guides();
    double y = TOP + LANE / 2.0;
    for (TimelineLane lane : timeline.lanes()) {
      svg.leaf(
          "text",
          label(lane),
          "class",
          "lane",
          "x",
          TimeScale.text(scale.left() - 12),
          "y",
          TimeScale.text(y + 4));
      SpanShapes.draw(lane.spans(), scale, y, svg);
      MarkPaths.draw(lane.marks(), scale, y, svg);
      y += LANE;
    }
    svg.close().line();
  }

  private String description() {
    String facts =
        timeline.facts().stream()
            .map(fact -> fact.label() + ": " + fact.value())
            .collect(Collectors.joining("; "));
    return (timeline.story() + " " + facts).strip();
  }

  private void axis() {
    StringBuilder grid = new StringBuilder();
    for (TimeAxis.Tick tick : TimeAxis.ticks(timeline.until(), INTERVALS)) {
      String x = TimeScale.text(scale.x(tick.at()));
      grid.append('M').append(x).append(' ').append(TOP).append('V').append(bottom + 4);
      svg.leaf("text", tick.label(), "class", "tick", "x", x, "y", Integer.toString(bottom + 18));
    }
    grid.append("M%s %d".formatted(TimeScale.text(scale.left()), bottom));
    grid.append('H').append(TimeScale.text(scale.right()));
    svg.open("path", "class", "grid", "d", grid.toString()).close();
  }

  /** From what decides to what follows from it, through all lanes. */
  private void guides() {
    List<Long> moments =
        timeline.lanes().stream()
            .flatMap(lane -> lane.marks().stream())
            .filter(mark -> mark.decisive() && mark.kind() == TryMark.Kind.FAILURE)
            .map(TryMark::at)
            .distinct()
            .limit(MOST_GUIDES)
            .toList();
    if (!moments.isEmpty()) {
      String path =
          moments.stream()
              .map(at -> "M" + TimeScale.text(scale.x(at)) + " " + TOP + "V" + bottom)
              .collect(Collectors.joining());
      svg.open("path", "class", "guide", "d", path).close();
    }
  }

  private static String label(TimelineLane lane) {
    String label = FindingWords.visible(lane.label());
    return label.length() <= TimeScale.MOST_LABEL
        ? label
        : label.substring(0, TimeScale.MOST_LABEL - 1) + "…";
  }
}
