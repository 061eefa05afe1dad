package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.TryMark;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the tries of a lane: a disc for success, a triangle for a warning, a cross for failure, a
 * lozenge for an error, and a ring around the one that decides. All of one kind are one path, so
 * that hundreds of pictures fit into a file.
 */
final class MarkPaths {

  /** Marks closer than this run into each other. */
  private static final double LEAST_DISTANCE = 9;

  private static final int MOST_SEVERE = 4;

  private static final String DISC = "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0";
  private static final String TRIANGLE = "m0-4.5l4.5 8h-9z";
  private static final String CROSS = "m-3.5-3.5l7 7m0-7l-7 7";
  private static final String LOZENGE = "m0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z";
  private static final String RING = "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0";

  private MarkPaths() {}

  static void draw(List<TryMark> marks, TimeScale scale, double y, MarkupWriter svg) {
    List<TryMark> shown = thinned(marks, scale);
    path(shown.stream().filter(TryMark::decisive).toList(), RING, "decides", scale, y, svg);
    for (TryMark.Kind kind : TryMark.Kind.values()) {
      List<TryMark> same = shown.stream().filter(mark -> mark.kind() == kind).toList();
      path(same, shape(kind), kind.word(), scale, y, svg);
    }
  }

  private static void path(
      List<TryMark> marks,
      String shape,
      String style,
      TimeScale scale,
      double y,
      MarkupWriter svg) {
    if (marks.isEmpty()) {
      return;
    }
    StringBuilder path = new StringBuilder();
    for (TryMark mark : marks) {
      path.append('M')
          .append(TimeScale.text(scale.x(mark.at())))
          .append(' ')
          .append(TimeScale.text(y));
      path.append(shape);
    }
    svg.open("path", "class", style, "d", path.toString()).close();
  }

  /** Of tries that would cover each other the one that says most is kept. */
  private static List<TryMark> thinned(List<TryMark> marks, TimeScale scale) {
    List<TryMark> shown = new ArrayList<>();
    for (TryMark mark : marks) {
      int last = shown.size() - 1;
      if (last >= 0 && scale.x(mark.at()) - scale.x(shown.get(last).at()) < LEAST_DISTANCE) {
        if (weight(mark) > weight(shown.get(last))) {
          shown.set(last, mark);
        }
      } else {
        shown.add(mark);
      }
    }
    return shown;
  }

  private static int weight(TryMark mark) {
    return severity(mark.kind()) + (mark.decisive() ? MOST_SEVERE : 0);
  }

  private static int severity(TryMark.Kind kind) {
    return switch (kind) {
      case SUCCESS -> 1;
      case WARNING -> 2;
      case FAILURE -> 3;
      case ERROR -> MOST_SEVERE;
    };
  }

  private static String shape(TryMark.Kind kind) {
    return switch (kind) {
      case SUCCESS -> DISC;
      case WARNING -> TRIANGLE;
      case FAILURE -> CROSS;
      case ERROR -> LOZENGE;
    };
  }
}
