package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.Markup;
import dev.sonde.kubelet.internal.report.model.Span;
import dev.sonde.kubelet.internal.report.model.Visible;
import java.util.List;

/** Draws what lasts as bars; their patterns and words tell them apart, colours only help. */
final class SpanShapes {

  private static final double HEIGHT = 16;
  private static final double THIN = 8;
  private static final double CHARACTER = 6.2;
  private static final double LEAST_WIDTH = 1.5;

  private SpanShapes() {}

  static void draw(List<Span> spans, Scale scale, double y, Markup svg) {
    for (Span span : spans) {
      double from = scale.x(span.from());
      double width = Math.max(LEAST_WIDTH, scale.x(span.until()) - from);
      double height = isThin(span.kind()) ? THIN : HEIGHT;
      svg.open(
              "rect",
              "class",
              span.kind().word(),
              "x",
              Scale.text(from),
              "y",
              Scale.text(y - height / 2),
              "width",
              Scale.text(width),
              "height",
              Scale.text(height),
              "rx",
              "2")
          .close();
      if (height == HEIGHT) {
        words(Visible.line(span.text()), from, width, y, svg);
      }
    }
  }

  private static boolean isThin(Span.Kind kind) {
    return kind == Span.Kind.READY || kind == Span.Kind.TRAFFIC;
  }

  private static void words(String text, double from, double width, double y, Markup svg) {
    double needed = text.length() * CHARACTER + 10;
    if (!text.isEmpty() && needed <= width) {
      double middle = from + width / 2;
      svg.open(
              "rect",
              "class",
              "plate",
              "x",
              Scale.text(middle - needed / 2 + 2),
              "y",
              Scale.text(y - 6.5),
              "width",
              Scale.text(needed - 4),
              "height",
              "13",
              "rx",
              "2")
          .close();
      svg.leaf("text", text, "class", "on", "x", Scale.text(middle), "y", Scale.text(y + 4));
    }
  }
}
