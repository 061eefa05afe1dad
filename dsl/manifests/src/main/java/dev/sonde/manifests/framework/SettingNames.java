package dev.sonde.manifests.framework;

import java.util.Locale;

/** How frameworks take a written name for the name that they ask for. */
enum SettingNames {
  /** Hyphens, underscores and capitals do not count. */
  RELAXED,
  /** A name is as it is written. */
  EXACT;

  /** Tells whether a name in a file, in arguments or in system properties means a setting. */
  boolean means(String written, String key) {
    return written.equals(key) || (this == RELAXED && uniform(written).equals(uniform(key)));
  }

  /** Tells whether an environment variable means a setting. */
  boolean variableMeans(String variable, String key) {
    if (means(variable, key)) {
      return true;
    }
    String name = variable.toUpperCase(Locale.ROOT);
    return name.equals(variable(key))
        || (this == RELAXED && name.equals(variable(key.replace("-", ""))));
  }

  /**
   * Tells whether a name lies below another one, as {@code server.ssl.bundle} below {@code
   * server.ssl}.
   */
  boolean isBelow(String written, String prefix) {
    return this == RELAXED
        ? uniform(written).startsWith(uniform(prefix) + ".")
        : written.startsWith(prefix + ".");
  }

  boolean variableIsBelow(String variable, String prefix) {
    String name = variable.toUpperCase(Locale.ROOT);
    return isBelow(variable, prefix)
        || name.startsWith(variable(prefix) + "_")
        || (this == RELAXED && name.startsWith(variable(prefix.replace("-", "")) + "_"));
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static String uniform(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
