package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which check it is. Immutable.
 *
 * @param container the container's name
 * @param probes the probes that ask it, at least one, in the order of {@link EndpointKind}
 * @param name its name, unique within each of these probes
 */
public record CheckId(String container, List<EndpointKind> probes, String name) {

  /** Checks that nothing is missing. */
  public CheckId {
    Objects.requireNonNull(container, "container");
    probes = List.copyOf(probes);
    Objects.requireNonNull(name, "name");
  }

  CheckId onlyFor(EndpointKind probe) {
    return new CheckId(container, List.of(probe), name);
  }

  /** {@return the probes in words, such as {@code startup and readiness}} */
  public String probesInWords() {
    return probes.stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }
}
