package dev.sonde.kubelet.internal.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a terminal shows.
 *
 * @param rows lines, at least 1
 * @param columns characters of a line, at least 1
 */
record TerminalSize(int rows, int columns) {

  /** What terminals have had since they were made of glass. */
  static final TerminalSize USUAL = new TerminalSize(24, 80);

  private static final Pattern ANSWER = Pattern.compile("([1-9]\\d{0,4}) ([1-9]\\d{0,4})\\s*");

  /** {@return the size of the terminal of this program, {@link #USUAL} where it does not tell} */
  static TerminalSize ask() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      if (stty.waitFor(1, TimeUnit.SECONDS)) {
        return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
      }
      stty.destroyForcibly();
    } catch (IOException noSuchProgram) {
      return USUAL;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return USUAL;
  }

  static TerminalSize parse(String answer) {
    Matcher size = ANSWER.matcher(answer);
    return size.matches()
        ? new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
        : USUAL;
  }
}
