package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.TimelineSpan;
import dev.sonde.rules.FindingWords;
import java.util.List;

/** Draws what lasts as bars; their patterns and words tell them apart, colours only help. */
final class SpanShapes {

  private static final double HEIGHT = 16;
  private static final double THIN = 8;
  private static final double CHARACTER = 6.2;
  private static final double LEAST_WIDTH = 1.5;

  private SpanShapes() {}

  static void draw(List<TimelineSpan> spans, TimeScale scale, double y, MarkupWriter svg) {
    for (TimelineSpan span : spans) {
      double from = scale.x(span.from());
      double width = Math.max(LEAST_WIDTH, scale.x(span.until()) - from);
      double height = isThin(span.kind()) ? THIN : HEIGHT;
      svg.open(
              "rect",
              "class",
              span.kind().word(),
              "x",
              TimeScale.text(from),
              "y",
              TimeScale.text(y - height / 2),
              "width",
              TimeScale.text(width),
              "height",
              TimeScale.text(height),
              "rx",
              "2")
          .close();
      if (height == HEIGHT) {
        words(FindingWords.visible(span.text()), from, width, y, svg);
      }
    }
  }

  private static boolean isThin(TimelineSpan.Kind kind) {
    return kind == TimelineSpan.Kind.READY || kind == TimelineSpan.Kind.TRAFFIC;
  }

  private static void words(String text, double from, double width, double y, MarkupWriter svg) {
    double needed = text.length() * CHARACTER + 10;
    if (!text.isEmpty() && needed <= width) {
      double middle = from + width / 2;
      svg.open(
              "rect",
              "class",
              "plate",
              "x",
              TimeScale.text(middle - needed / 2 + 2),
              "y",
              TimeScale.text(y - 6.5),
              "width",
              TimeScale.text(needed - 4),
              "height",
              "13",
              "rx",
              "2")
          .close();
      svg.leaf(
          "text", text, "class", "on", "x", TimeScale.text(middle), "y", TimeScale.text(y + 4));
    }
  }
}
