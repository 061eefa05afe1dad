package dev.sonde.runtime.internal.log;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The one log, {@code dev.sonde.health}. It is looked up when there is something to say: setting up
 * the JDK's logging takes longer than all that a healthy start needs.
 *
 * <p>Whoever writes here has something better to do than to fail. Where logging itself fails, as it
 * does when its classes cannot be loaded because all files are open, standard error gets the
 * message.
 */
public final class HealthLog {

  private HealthLog() {}

  /** Does nothing, but with this class loaded; the JDK's logging is not touched. */
  static void load() {}

  /** Tells what is as it should be. */
  public static void info(String message) {
    log(Level.INFO, message, null);
  }

  /** Warns, with the stack of what went wrong if that says more than the message. */
  public static void warning(String message, @Nullable Throwable error) {
    log(Level.WARNING, message, error);
  }

  /**
   * Warns while the JVM ends. The JDK's own logging closes its handlers as soon as that begins, so
   * where it is in use standard error gets the message instead.
   */
  public static void lastWarning(String message, Throwable error) {
    String provider = System.LoggerFinder.getLoggerFinder().getClass().getModule().getName();
    if (provider == null || !provider.startsWith("java.")) {
      warning(message, error);
    } else {
      print(Level.WARNING, message, error);
    }
  }

  private static void log(Level level, String message, @Nullable Throwable error) {
    try {
      System.getLogger("dev.sonde.health").log(level, message, error);
    } catch (Throwable noLogger) {
      print(level, message, error);
    }
  }

  private static void print(Level level, String message, @Nullable Throwable error) {
    try {
      System.err.println(level.name() + ": " + message);
      if (error != null) {
        error.printStackTrace();
      }
    } catch (Throwable nothingWorks) {
      // Then nobody can hear of it, and probes still need their answers.
    }
  }
}
