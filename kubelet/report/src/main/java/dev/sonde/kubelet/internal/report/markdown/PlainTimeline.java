package dev.sonde.kubelet.internal.report.markdown;

import dev.sonde.kubelet.internal.report.model.TimeAxis;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.model.TimelineLane;
import dev.sonde.kubelet.internal.report.model.TimelineSpan;
import dev.sonde.kubelet.internal.report.model.TryMark;
import dev.sonde.rules.FindingWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A timeline in plain characters: one line a lane, one column a stretch of time. */
final class PlainTimeline {

  /** What the characters mean. */
  static final String LEGEND =
      "o success  w warning  x failure  ? error  = on  . starting  ! fault  # stopping  ~ back-off";

  private static final int WIDTH = 72;
  private static final int MOST_LABEL = 24;
  private static final int INTERVALS = 6;

  private final Timeline timeline;
  private final int labels;

  private PlainTimeline(Timeline timeline) {
    this.timeline = timeline;
    this.labels = timeline.lanes().stream().mapToInt(lane -> label(lane).length()).max().orElse(0);
  }

  static List<String> of(Timeline timeline) {
    PlainTimeline plain = new PlainTimeline(timeline);
    List<String> lines = new ArrayList<>();
    lines.add(plain.axis());
    timeline.lanes().forEach(lane -> lines.add(plain.line(lane)));
    return lines;
  }

  private static String label(TimelineLane lane) {
    String label = FindingWords.visible(lane.label()).replace('`', '\'');
    return label.length() > MOST_LABEL ? label.substring(0, MOST_LABEL - 1) + "…" : label;
  }

  private String axis() {
    StringBuilder axis = new StringBuilder(" ".repeat(labels + 1));
    for (TimeAxis.Tick tick : TimeAxis.ticks(timeline.until(), INTERVALS)) {
      int column = labels + 1 + column(tick.at());
      if (column >= axis.length()) {
        axis.append(" ".repeat(column - axis.length())).append(tick.label()).append(' ');
      }
    }
    return axis.toString().stripTrailing();
  }

  private String line(TimelineLane lane) {
    char[] cells = new char[WIDTH];
    Arrays.fill(cells, ' ');
    for (TimelineSpan span : lane.spans()) {
      int from = column(span.from());
      Arrays.fill(cells, from, Math.max(from + 1, column(span.until())), sign(span.kind()));
    }
    for (TryMark mark : lane.marks()) {
      int column = column(mark.at());
      if (rank(sign(mark.kind())) > rank(cells[column])) {
        cells[column] = sign(mark.kind());
      }
    }
    String label = label(lane);
    String line = label + " ".repeat(labels + 1 - label.length()) + new String(cells);
    return line.stripTrailing();
  }

  private int column(long at) {
    return (int) Math.min(WIDTH - 1, Math.round((double) at / timeline.until() * (WIDTH - 1)));
  }

  /** Of several tries in one column the worst is shown. */
  private static int rank(char sign) {
    return " ow?x".indexOf(sign);
  }

  private static char sign(TryMark.Kind kind) {
    return switch (kind) {
      case SUCCESS -> 'o';
      case WARNING -> 'w';
      case FAILURE -> 'x';
      case ERROR -> '?';
    };
  }

  private static char sign(TimelineSpan.Kind kind) {
    return switch (kind) {
      case RUNNING, READY, TRAFFIC, SERVING -> '=';
      case STARTING -> '.';
      case FAULT -> '!';
      case STOPPING -> '#';
      case BACK_OFF -> '~';
    };
  }
}
