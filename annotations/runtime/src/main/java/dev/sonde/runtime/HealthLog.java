package dev.sonde.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The one log, {@code dev.sonde.health}. It is looked up when there is something to say: setting up
 * the JDK's logging takes longer than all that a healthy start needs.
 */
final class HealthLog {

  private HealthLog() {}

  static void info(String message) {
    System.getLogger("dev.sonde.health").log(Level.INFO, message);
  }

  static void warning(String message, @Nullable Throwable error) {
    System.getLogger("dev.sonde.health").log(Level.WARNING, message, error);
  }

  /**
   * Warns while the JVM ends. The JDK's own logging closes its handlers as soon as that begins, so
   * where it is in use standard error gets the message instead.
   */
  static void lastWarning(String message, Throwable error) {
    String provider = System.LoggerFinder.getLoggerFinder().getClass().getModule().getName();
    if (provider == null || !provider.startsWith("java.")) {
      warning(message, error);
      return;
    }
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text, true));
    System.err.println("WARNING: " + message + System.lineSeparator() + text);
  }
}
