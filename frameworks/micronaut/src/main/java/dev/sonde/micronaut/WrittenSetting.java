package dev.sonde.micronaut;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they are written. Micronaut leaves out what it cannot convert; here it is refused.
 */
final class WrittenSetting {

  private static final Pattern TRUTH =
      Pattern.compile("true|yes|on|y|false|no|off|n", Pattern.CASE_INSENSITIVE);

  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "enabled",
              "container",
              "serve-on",
              "port",
              "address",
              "certificate",
              "private-key",
              "drain",
              "indicators",
              "contributors"));

  private static final Set<String> KNOWN_OF_A_CHECK =
      new TreeSet<>(
          Set.of("enabled", "probes", "required", "deadline", "cached-for", "every", "down-after"));

  private WrittenSetting() {}

  /**
   * Refuses what is written below {@code sonde} and is no setting. Variables and system properties
   * may be meant for others.
   *
   * @param environment the application's
   * @throws ConfigurationException if there is any
   */
  static void requireKnown(Environment environment) {
    for (PropertySource source : environment.getPropertySources()) {
      boolean isOurs =
          source.getConvention() == PropertySource.PropertyConvention.JAVA_PROPERTIES
              && !(source instanceof SystemPropertiesPropertySource);
      for (String key : isOurs ? source : List.<String>of()) {
        if (key.startsWith("sonde.")) {
          requireKnown(key, source.getName());
        }
      }
    }
  }

  private static void requireKnown(String key, String source) {
    boolean ofACheck = key.startsWith("sonde.checks");
    Set<String> known = ofACheck ? KNOWN_OF_A_CHECK : KNOWN;
    String last = key.substring(ofACheck ? key.lastIndexOf('.') + 1 : "sonde.".length());
    String letters = letters(last.replaceFirst("\\[\\d+]$", ""));
    if (known.stream().noneMatch(name -> letters(name).equals(letters))) {
      throw new ConfigurationException(
          key
              + " ("
              + source
              + ") is no setting of Sonde's; available: "
              + String.join(", ", known)
              + ". Correct it, or take it out.");
    }
  }

  private static String letters(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the value; empty where nothing is written}
   *
   * @param conversion Micronaut's
   * @param name the setting's name, for messages
   * @param written what is written
   * @param type what it is to be
   * @throws ConfigurationException if it cannot be that
   */
  static <T> Optional<T> convert(
      ConversionService conversion, String name, Optional<String> written, Class<T> type) {
    if (type == Boolean.class && written.filter(text -> !isTruth(text)).isPresent()) {
      throw refused(name, written, type, "true or false");
    }
    try {
      return written.isPresent()
          ? Optional.of(conversion.convertRequired(written.get(), type))
          : Optional.empty();
    } catch (ConversionErrorException wrong) {
      String why = wrong.getConversionError().getCause().getMessage();
      throw new ConfigurationException(refused(name, written, type, why).getMessage(), wrong);
    }
  }

  /** Micronaut takes all other words for false. */
  private static boolean isTruth(String text) {
    return TRUTH.matcher(text).matches();
  }

  private static ConfigurationException refused(
      String name, Optional<String> written, Class<?> type, @Nullable String why) {
    return new ConfigurationException(
        name
            + " is \""
            + written.orElse("")
            + "\", which is no "
            + type.getSimpleName()
            + " ("
            + why
            + "). Correct it, or take it out.");
  }
}
