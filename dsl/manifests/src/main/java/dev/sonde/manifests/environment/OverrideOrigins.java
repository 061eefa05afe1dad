package dev.sonde.manifests.environment;

import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the fields of effective probes come from. Immutable and safe for use by several threads.
 *
 * @param overrides the fields that an environment sets or takes away, by container and path, such
 *     as {@code livenessProbe.periodSeconds}; a whole probe or handler only where it is taken away
 */
public record OverrideOrigins(
    Map<ContainerRef, Map<FieldPath, OverrideOrigin.Overridden>> overrides) {

  /** Nothing is overridden: what is set comes from the code. */
  public static final OverrideOrigins NONE = new OverrideOrigins(Map.of());

  /** Copies the map, so that the value stays what it was. */
  public OverrideOrigins {
    Map<ContainerRef, Map<FieldPath, OverrideOrigin.Overridden>> copy = new HashMap<>();
    overrides.forEach((container, fields) -> copy.put(container, Map.copyOf(fields)));
    overrides = Map.copyOf(copy);
  }

  /**
   * {@return the override that decides about a field, if there is one: that of the field itself or
   * of what it is in}
   *
   * @param container the container as the probes name it
   * @param field the field from the container, such as {@code livenessProbe.httpGet.port}
   */
  public Optional<OverrideOrigin.Overridden> overrideOf(ContainerRef container, FieldPath field) {
    return inside(container).entrySet().stream()
        .filter(override -> field.startsWith(override.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * {@return the first override, in the order of the file, of a field or of something within it}
   *
   * @param container the container as the probes name it
   * @param field the field from the container, such as {@code livenessProbe}
   */
  public Optional<OverrideOrigin.Overridden> overrideWithin(
      ContainerRef container, FieldPath field) {
    return inside(container).entrySet().stream()
        .filter(override -> override.getKey().startsWith(field))
        .map(Map.Entry::getValue)
        .min((one, other) -> one.position().compareTo(other.position()));
  }

  private Map<FieldPath, OverrideOrigin.Overridden> inside(ContainerRef container) {
    return overrides.getOrDefault(container, Map.of());
  }

  /**
   * {@return every field that is in force in a container's probes, with Kubernetes' defaults where
   * nobody set it, in the order of Kubernetes' own types}
   *
   * @param probes the effective probes
   */
  public List<FieldOrigin> fields(ProbeSet probes) {
    Map<FieldPath, YamlNode> set = leaves(probes.toFields());
    List<FieldOrigin> fields = new ArrayList<>();
    leaves(probes.withDefaults().toFields())
        .forEach(
            (path, value) ->
                fields.add(
                    new FieldOrigin(
                        path, value, origin(probes.container(), path, set.containsKey(path)))));
    return fields;
  }

  private OverrideOrigin origin(ContainerRef container, FieldPath field, boolean set) {
    return overrideOf(container, field)
        .<OverrideOrigin>map(override -> override)
        .orElse(set ? OverrideOrigin.CODE : OverrideOrigin.DEFAULT);
  }

  private static Map<FieldPath, YamlNode> leaves(YamlMap probes) {
    Map<FieldPath, YamlNode> leaves = new LinkedHashMap<>();
    add(FieldPath.ROOT, probes, leaves);
    return leaves;
  }

  private static void add(FieldPath path, YamlNode value, Map<FieldPath, YamlNode> leaves) {
    if (value instanceof YamlMap map) {
      map.entries().forEach((name, inner) -> add(path.field(name), inner, leaves));
    } else {
      leaves.put(path, value);
    }
  }
}
