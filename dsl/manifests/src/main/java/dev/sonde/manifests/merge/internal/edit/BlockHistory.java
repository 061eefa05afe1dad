package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.merge.record.MergeRecord.Owned;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What earlier merges did to one probe or hook: what they wrote, and what the manifest had before.
 *
 * @param path the way to the probe or hook
 * @param owned what they did in the container
 */
record BlockHistory(String path, Owned owned) {

  boolean isTouched() {
    return leaves().findAny().isPresent();
  }

  private Stream<String> leaves() {
    return Stream.of(owned.fields(), owned.knownBefore())
        .flatMap(values -> values.keySet().stream())
        .filter(leaf -> leaf.startsWith(path + "."));
  }

  /** Tells whether a value is still the one that a merge wrote. */
  boolean isOurs(String leaf, @Nullable YamlNode value) {
    return value != null && value.equals(owned.fields().get(leaf));
  }

  /** Tells whether that holds of all values of a field. */
  boolean isOurs(String field, MappingNode within) {
    return ProbePaths.leaves(field, NodeValues.map(within)).entrySet().stream()
        .allMatch(leaf -> isOurs(leaf.getKey(), leaf.getValue()));
  }

  /**
   * Tells whether a field is changed for the first time. A handler that somebody put in the place
   * of a merge's own, or a second one, which Kubernetes refuses, is not what was there before.
   *
   * @param writtenOver the fields that are changed at the same time, as far as they are known
   */
  boolean isFirstChangeOf(String leaf, Set<String> writtenOver) {
    Set<String> handlers =
        handlers(
            Stream.concat(
                leaves(), writtenOver.stream().filter(other -> other.startsWith(path + "."))));
    return !owned.fields().containsKey(leaf)
        && (handler(leaf).isEmpty() || handlers.isEmpty() || handlers.contains(handler(leaf)));
  }

  /** {@return the fields that go back to what they were, because the code sets them no more} */
  YamlMap returning(MappingNode have, YamlMap want) {
    Map<String, YamlNode> present = ProbePaths.leaves(path, NodeValues.map(have));
    Set<String> wanted = ProbePaths.leaves(path, want).keySet();
    Map<String, YamlNode> back = new LinkedHashMap<>();
    owned
        .knownBefore()
        .forEach(
            (leaf, value) -> {
              if (leaf.startsWith(path + ".")
                  && !wanted.contains(leaf)
                  && returns(leaf, present, want)) {
                back.put(leaf.substring(path.length() + 1), value);
              }
            });
    return ProbePaths.tree(back);
  }

  private boolean returns(String leaf, Map<String, YamlNode> present, YamlMap want) {
    boolean otherHandler =
        !handler(leaf).isEmpty()
            && !want.entries().containsKey(handler(leaf))
            && want.entries().keySet().stream().anyMatch(ProbeDiff.HANDLERS::contains);
    YamlNode now = present.get(leaf);
    if (otherHandler || now != null) {
      return !otherHandler && isOurs(leaf, now);
    }
    if (handler(leaf).isEmpty() || handlers(present.keySet().stream()).contains(handler(leaf))) {
      // It went because merging was strict, or somebody took it out since.
      return want.isEmpty() && !owned.fields().containsKey(leaf);
    }
    return want.isEmpty() && allHandlersAreOurs(present);
  }

  private boolean allHandlersAreOurs(Map<String, YamlNode> present) {
    return present.entrySet().stream()
        .filter(leaf -> !handler(leaf.getKey()).isEmpty())
        .allMatch(leaf -> isOurs(leaf.getKey(), leaf.getValue()));
  }

  private Set<String> handlers(Stream<String> leaves) {
    return leaves
        .map(this::handler)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The handler that a field belongs to; empty if it belongs to none. */
  private String handler(String leaf) {
    String name = leaf.substring(path.length() + 1).split("\\.", 2)[0];
    return ProbeDiff.HANDLERS.contains(name) ? name : "";
  }
}
