package dev.sonde.kubelet.internal.console;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Tells whether people watch. */
public final class TerminalDetection {

  private TerminalDetection() {}

  /** Tells whether the standard output is a terminal that wants colour. */
  public static boolean wantsColour() {
    return System.getenv("NO_COLOR") == null && isTerminal("1");
  }

  /** Tells whether the standard output is a terminal on which lines can be redrawn. */
  public static boolean canRedraw() {
    String type = System.getenv("TERM");
    return wantsColour() && type != null && !type.equals("dumb");
  }

  /** Tells whether the error output is a terminal, so that somebody waits. */
  public static boolean showsProgress() {
    return isTerminal("2");
  }

  /** Since Java 22 a console is there without a terminal too, so the system is asked. */
  private static boolean isTerminal(String descriptor) {
    try {
      Process test =
          new ProcessBuilder("test", "-t", descriptor)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
