package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.TryMark;
import java.util.List;

/** A single mark, for a legend. */
public final class LegendSymbol {

  private static final int SIZE = 18;

  private LegendSymbol() {}

  /**
   * Draws a mark as a small picture of its own.
   *
   * @param mark the mark
   * @param page takes the picture
   */
  public static void draw(TryMark mark, MarkupWriter page) {
    page.open(
        "svg",
        "class",
        "symbol",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 18 18",
        "aria-hidden",
        "true");
    TimeScale middle = new TimeScale(SIZE / 2.0, SIZE / 2.0, 1);
    MarkPaths.draw(List.of(mark), middle, SIZE / 2.0, page);
    page.close();
  }
}
