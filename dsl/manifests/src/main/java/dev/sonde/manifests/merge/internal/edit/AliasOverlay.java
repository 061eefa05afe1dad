package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Writes out what a probe becomes where its text cannot be edited because it is elsewhere. */
final class AliasOverlay {

  private AliasOverlay() {}

  /** {@return what is there, with the wanted fields in place of its own} */
  static YamlMap of(YamlMap old, YamlMap want) {
    YamlMap.Builder result = YamlMap.builder();
    old.entries()
        .forEach(
            (name, value) -> {
              if (!isReplacedHandler(name, want)) {
                result.put(name, value);
              }
            });
    want.entries().forEach((name, value) -> result.put(name, over(old.entries().get(name), value)));
    return result.build();
  }

  private static boolean isReplacedHandler(String name, YamlMap want) {
    return ProbeDiff.HANDLERS.contains(name)
        && want.entries().keySet().stream().anyMatch(ProbeDiff.HANDLERS::contains)
        && !want.entries().containsKey(name);
  }

  private static YamlNode over(@Nullable YamlNode have, YamlNode want) {
    return have instanceof YamlMap old && want instanceof YamlMap wanted
        ? YamlMap.builder().putAll(old).putAll(wanted).build()
        : want;
  }
}
