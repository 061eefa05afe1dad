package dev.sonde.runtime;

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
}
