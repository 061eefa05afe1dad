package dev.sonde.micronaut;

import dev.sonde.runtime.CheckOverride;
import dev.sonde.runtime.answer.EndpointKind;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionService;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the application's configuration says of one check, {@linkplain WrittenSetting as it is
 * written}. Immutable.
 *
 * @param name The check's name.
 * @param enabled Whether it is asked at all.
 * @param probes The probes that ask it: startup, liveness, readiness.
 * @param required Whether its probe fails with it.
 * @param deadline How long it may take.
 * @param cachedFor How old an answer may be.
 * @param every How often it is asked in the background; probes get the last answer.
 * @param downAfter How many failures in a row count as down.
 */
@EachProperty("sonde.checks")
record CheckSettings(
    @Parameter String name,
    Optional<String> enabled,
    Optional<List<String>> probes,
    Optional<String> required,
    Optional<String> deadline,
    Optional<String> cachedFor,
    Optional<String> every,
    Optional<String> downAfter) {

  /**
   * {@return what is otherwise than declared}
   *
   * @param conversion Micronaut's
   * @throws ConfigurationException if a value is not what it must be
   */
  CheckOverride override(ConversionService conversion) {
    Set<EndpointKind> kinds = EnumSet.noneOf(EndpointKind.class);
    for (String probe : probes.orElse(List.of())) {
      value("probes", Optional.of(probe), EndpointKind.class, conversion).ifPresent(kinds::add);
    }
    return new CheckOverride(
        value("enabled", enabled, Boolean.class, conversion).orElse(true),
        kinds,
        value("required", required, Boolean.class, conversion),
        value("deadline", deadline, Duration.class, conversion),
        value("cached-for", cachedFor, Duration.class, conversion),
        value("every", every, Duration.class, conversion),
        value("down-after", downAfter, Integer.class, conversion));
  }

  private <T> Optional<T> value(
      String setting, Optional<String> written, Class<T> type, ConversionService conversion) {
    String whole = "sonde.checks." + name + "." + setting;
    return WrittenSetting.convert(conversion, whole, written, type);
  }
}
