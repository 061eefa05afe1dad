package dev.sonde.manifests.framework;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How frameworks take a written name for the name that they ask for. */
enum SettingNames {
  /** Hyphens, underscores and capitals do not count, nor brackets round the key of a map. */
  RELAXED,
  /**
   * As before, but a variable has an underscore where the setting has a hyphen, and a placeholder
   * may name several settings, as Micronaut does it.
   */
  HYPHENATED,
  /** A name is as it is written. */
  EXACT;

  /** What is asked for in another form is found only as it is written. */
  private static final Pattern HYPHENS_ALONE = Pattern.compile("[^\\p{Lu}_]*");

  private static final Pattern LITERAL = Pattern.compile("([^`]*):`([^`]*)`");
  private static final Pattern MAP_KEY = Pattern.compile("\\.?\\[([^\\d\\]][^\\]]*)]");

  /** Tells whether a name in a file, in arguments or in system properties means a setting. */
  boolean means(String written, String key) {
    boolean isExact =
        this == EXACT || (this == HYPHENATED && !HYPHENS_ALONE.matcher(key).matches());
    return written.equals(key) || (!isExact && uniform(written).equals(uniform(key)));
  }

  /** Tells whether an environment variable means a setting. */
  boolean variableMeans(String variable, String key) {
    if (means(variable, key)) {
      return true;
    }
    String name = variable.toUpperCase(Locale.ROOT);
    return name.equals(variable(key))
        || (this == RELAXED
            && (name.equals(variable(key.replace("-", ""))) || (name + "_").equals(indexed(key))));
  }

  /** What a placeholder names, and behind it what counts if nobody sets that, if it is there. */
  List<String> alternatives(String placeholder) {
    int colon = placeholder.indexOf(':');
    if (colon < 0 || this != HYPHENATED) {
      return colon < 0
          ? List.of(placeholder)
          : List.of(placeholder.substring(0, colon), placeholder.substring(colon + 1));
    }
    Matcher literal = LITERAL.matcher(placeholder);
    return literal.matches()
        ? Stream.concat(Stream.of(literal.group(1).split(":", -1)), Stream.of(literal.group(2)))
            .toList()
        : List.of(placeholder.split(":", -1));
  }

  /**
   * Tells whether a name lies below another one, as {@code server.ssl.bundle} below {@code
   * server.ssl}.
   */
  boolean isBelow(String written, String prefix) {
    return this == EXACT
        ? written.startsWith(prefix + ".")
        : uniform(written).startsWith(uniform(prefix) + ".");
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

  /** {@code A_0} means {@code a[0]} as {@code A_0_} does. */
  private static String indexed(String key) {
    return key.endsWith("]") ? variable(key.replace("-", "")) : "";
  }

  private static String uniform(String name) {
    return MAP_KEY
        .matcher(name)
        .replaceAll(".$1")
        .replace("-", "")
        .replace("_", "")
        .toLowerCase(Locale.ROOT);
  }
}
