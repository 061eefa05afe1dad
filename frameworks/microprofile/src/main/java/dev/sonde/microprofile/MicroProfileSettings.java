package dev.sonde.microprofile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The specification's properties, from the sources that MicroProfile Config has by default: system
 * properties, the environment, {@code META-INF/microprofile-config.properties}.
 *
 * @param readyBefore whether the application is ready before it is known to be up
 * @param startedBefore whether it has started before it is known to be up
 * @param withoutDefaults whether checks count that are no beans of the application
 */
record MicroProfileSettings(boolean readyBefore, boolean startedBefore, boolean withoutDefaults) {

  /** As if nothing were set. */
  static final MicroProfileSettings NONE = new MicroProfileSettings(false, false, false);

  private static final String FILE = "META-INF/microprofile-config.properties";

  static MicroProfileSettings read() {
    Properties file = file();
    return new MicroProfileSettings(
        is("UP", "DOWN", "mp.health.default.readiness.empty.response", file),
        is("UP", "DOWN", "mp.health.default.startup.empty.response", file),
        is("true", "false", "mp.health.disable-default-procedures", file));
  }

  private static boolean is(String wanted, String usual, String name, Properties file) {
    String value = value(name, file);
    if (value != null && !value.equals(wanted) && !value.equals(usual)) {
      System.getLogger("dev.sonde.health")
          .log(
              System.Logger.Level.WARNING,
              name
                  + " is \""
                  + value
                  + "\", which counts as "
                  + usual
                  + ". Write "
                  + wanted
                  + " or "
                  + usual
                  + "; expressions are not read.");
    }
    return wanted.equals(value);
  }

  private static @Nullable String value(String name, Properties file) {
    String system = System.getProperty(name);
    if (system != null) {
      return system;
    }
    String letters = name.replaceAll("[^A-Za-z0-9]", "_");
    for (String variable : List.of(name, letters, letters.toUpperCase(Locale.ROOT))) {
      if (System.getenv(variable) != null) {
        return System.getenv(variable);
      }
    }
    return file.getProperty(name);
  }

  /** A file that cannot be read is as good as none: health must be answered anyway. */
  private static Properties file() {
    Properties properties = new Properties();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ClassLoader where = loader == null ? MicroProfileSettings.class.getClassLoader() : loader;
    try (InputStream in = where.getResourceAsStream(FILE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      System.getLogger("dev.sonde.health")
          .log(
              System.Logger.Level.WARNING,
              FILE + " cannot be read, and nothing of it counts. Correct it.",
              unreadable);
      return new Properties(); // Not what is before the mistake.
    }
    return properties;
  }
}
