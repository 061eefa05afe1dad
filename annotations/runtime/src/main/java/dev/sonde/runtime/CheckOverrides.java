package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes the checks of probes as a configuration says. */
final class CheckOverrides {

  private final Map<EndpointKind, DeclaredProbe> probes;
  private final Map<String, CheckOverride> overrides;
  private final Map<String, Check> known = new TreeMap<>();

  CheckOverrides(Map<EndpointKind, DeclaredProbe> probes, Map<String, CheckOverride> overrides) {
    this.probes = probes;
    probes.values().forEach(probe -> probe.checks().forEach(one -> known.put(one.name(), one)));
    this.overrides = new TreeMap<>();
    overrides.forEach((name, override) -> this.overrides.put(meant(name), override));
    overrides.forEach(this.overrides::replace); // An exact name counts more than one that is alike.
  }

  /** Environment variables have neither hyphens nor capitals. */
  private String meant(String name) {
    if (known.containsKey(name)) {
      return name;
    }
    String letters = letters(name);
    return known.keySet().stream()
        .filter(one -> letters(one).equals(letters))
        .findFirst()
        .orElse(name);
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** {@return the probes with the checks that they ask now} */
  Map<EndpointKind, DeclaredProbe> changed() {
    overrides.forEach(this::requirePossible);
    Map<EndpointKind, DeclaredProbe> result = new EnumMap<>(EndpointKind.class);
    probes.forEach((kind, probe) -> result.put(kind, probe.with(checksOf(kind, probe))));
    return result;
  }

  private void requirePossible(String name, CheckOverride override) {
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException(
          "there is no check \"" + name + "\" to change; available: " + list(known.keySet()));
    }
    for (EndpointKind kind : override.probes()) {
      if (!probes.containsKey(kind)) {
        throw new IllegalArgumentException(
            "check \"" + name + "\" cannot move to " + word(kind) + ": there is no such probe");
      }
    }
  }

  private Check changed(Check check) {
    CheckOverride override = overrides.get(check.name());
    try {
      return override == null ? check : override.applyTo(check);
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException(
          "check \"" + check.name() + "\": " + bad.getMessage(), bad);
    }
  }

  /** Those that stay, in their order; then those that come from other probes, by name. */
  private List<Check> checksOf(EndpointKind kind, DeclaredProbe probe) {
    List<Check> checks = new ArrayList<>();
    Set<String> coming = new TreeSet<>();
    overrides.forEach(
        (name, override) -> {
          if (override.enabled() && override.probes().contains(kind)) {
            coming.add(name);
          }
        });
    for (Check check : probe.checks()) {
      if (staysIn(kind, check.name())) {
        checks.add(changed(check));
        coming.remove(check.name());
      }
    }
    coming.forEach(name -> checks.add(changed(Objects.requireNonNull(known.get(name)))));
    return checks;
  }

  private boolean staysIn(EndpointKind kind, String name) {
    CheckOverride override = overrides.get(name);
    return override == null
        || (override.enabled()
            && (override.probes().isEmpty() || override.probes().contains(kind)));
  }

  private static String list(Set<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String word(EndpointKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
