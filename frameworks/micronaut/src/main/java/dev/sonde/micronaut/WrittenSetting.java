package dev.sonde.micronaut;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import java.util.Optional;

/**
 * Settings as they are written. Micronaut leaves out what it cannot convert; here it is refused.
 */
final class WrittenSetting {

  private WrittenSetting() {}

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
    try {
      return written.map(text -> conversion.convertRequired(text, type));
    } catch (ConversionErrorException wrong) {
      throw new ConfigurationException(
          name
              + " is \""
              + written.orElse("")
              + "\", which is no "
              + type.getSimpleName()
              + " ("
              + wrong.getConversionError().getCause().getMessage()
              + "). Correct it, or take it out.",
          wrong);
    }
  }
}
