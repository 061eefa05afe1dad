package dev.sonde.kubelet.internal.console;

/** How a piece of a line looks on a terminal. */
enum LineStyle {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  GOOD("32"),
  DOUBTFUL("33"),
  BAD("31");

  private final String code;

  LineStyle(String code) {
    this.code = code;
  }

  /** {@return the text in this style} */
  String of(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
