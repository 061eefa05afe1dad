package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.Markup;
import dev.sonde.kubelet.internal.report.model.Mark;
import java.util.List;

/** A single mark, for a legend. */
public final class Symbol {

  private static final int SIZE = 18;

  private Symbol() {}

  /**
   * Draws a mark as a small picture of its own.
   *
   * @param mark the mark
   * @param page takes the picture
   */
  public static void draw(Mark mark, Markup page) {
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
    Scale middle = new Scale(SIZE / 2.0, SIZE / 2.0, 1);
    MarkPaths.draw(List.of(mark), middle, SIZE / 2.0, page);
    page.close();
  }
}
