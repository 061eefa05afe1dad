package dev.sonde.kubelet.internal.console;

/** A line of a screen that never grows beyond its width. */
final class ScreenLine {

  private final int width;
  private final StringBuilder text = new StringBuilder();
  private int used;

  ScreenLine(int width) {
    this.width = width;
  }

  /** Adds a text, as far as there is room for it. */
  ScreenLine add(LineStyle style, String piece) {
    String fitting = piece.substring(0, Math.min(piece.length(), width - used));
    used += fitting.length();
    text.append(style.of(fitting));
    return this;
  }

  /** Adds a text and blanks up to a column of that width. */
  ScreenLine column(LineStyle style, String piece, int columnWidth) {
    String fitting = piece.length() <= columnWidth ? piece : piece.substring(0, columnWidth);
    return add(style, fitting).add(LineStyle.PLAIN, " ".repeat(columnWidth - fitting.length() + 1));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
