package dev.sonde.kubelet.internal.console;

import java.io.PrintStream;
import java.util.List;

/**
 * A terminal's other screen, redrawn in place; the lines that stood before come back when it is
 * closed. By ANSI escapes alone, which every terminal of today knows.
 */
final class TerminalScreen implements AutoCloseable {

  private static final String ESCAPE = "\u001b[";
  private static final String OTHER_SCREEN = ESCAPE + "?1049h";
  private static final String FIRST_SCREEN = ESCAPE + "?1049l";
  private static final String HIDE_CURSOR = ESCAPE + "?25l";
  private static final String SHOW_CURSOR = ESCAPE + "?25h";
  private static final String HOME = ESCAPE + "H";
  private static final String END_OF_LINE = ESCAPE + "K";
  private static final String END_OF_SCREEN = ESCAPE + "J";

  private final PrintStream out;

  TerminalScreen(PrintStream out) {
    this.out = out;
    out.print(OTHER_SCREEN + HIDE_CURSOR);
    out.flush();
  }

  /** Shows these lines and nothing else; they fit, and carry no line break. */
  void draw(List<String> lines) {
    String frame = String.join(END_OF_LINE + "\r\n", lines);
    out.print(HOME + frame + END_OF_LINE + END_OF_SCREEN);
    out.flush();
  }

  @Override
  public void close() {
    out.print(SHOW_CURSOR + FIRST_SCREEN);
    out.flush();
  }
}
