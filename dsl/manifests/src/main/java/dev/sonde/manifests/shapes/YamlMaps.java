package dev.sonde.manifests.shapes;

import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes maps from other maps. */
final class YamlMaps {

  private YamlMaps() {}

  /** The entries whose keys are accepted. */
  static YamlMap only(YamlMap map, Predicate<String> accepted) {
    YamlMap.Builder some = YamlMap.builder();
    map.entries()
        .forEach(
            (key, value) -> {
              if (accepted.test(key)) {
                some.put(key, value);
              }
            });
    return some.build();
  }

  /** Both maps in one; where both have a map, these in one. Otherwise the second one counts. */
  static YamlMap merge(YamlMap first, YamlMap second) {
    YamlMap.Builder merged = YamlMap.builder().putAll(first);
    second
        .entries()
        .forEach((key, value) -> merged.put(key, merge(first.entries().get(key), value)));
    return merged.build();
  }

  private static YamlNode merge(@Nullable YamlNode first, YamlNode second) {
    return first instanceof YamlMap one && second instanceof YamlMap other
        ? merge(one, other)
        : second;
  }
}
