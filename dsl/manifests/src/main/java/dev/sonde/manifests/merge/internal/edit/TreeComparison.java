package dev.sonde.manifests.merge.internal.edit;

import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a tree before an edit with the one after it: but for the fields that were to be edited
 * they must be the same.
 */
final class TreeComparison {

  private final Map<MappingNode, Set<String>> edited;
  private final Map<MappingNode, MappingNode> after = new HashMap<>();

  /**
   * @param edited the mappings that were edited, and in each the fields that may differ
   */
  TreeComparison(Map<MappingNode, Set<String>> edited) {
    this.edited = edited;
  }

  /** {@return the mappings that were edited, as they are after it} */
  Map<MappingNode, MappingNode> after() {
    return after;
  }

  boolean same(YamlTreeNode before, YamlTreeNode now) {
    if (before instanceof MappingNode one && now instanceof MappingNode other) {
      return sameProperties(before, now) && sameEntries(one, other);
    }
    if (before instanceof SequenceNode one && now instanceof SequenceNode other) {
      return sameProperties(before, now) && sameItems(one.items(), other.items());
    }
    if (before instanceof AliasNode one && now instanceof AliasNode other) {
      return one.name().equals(other.name());
    }
    return before instanceof ScalarNode one
        && now instanceof ScalarNode other
        && sameProperties(before, now)
        && one.style() == other.style()
        && one.text().equals(other.text());
  }

  private static boolean sameProperties(YamlTreeNode before, YamlTreeNode now) {
    return before.anchor().equals(now.anchor()) && before.tag().equals(now.tag());
  }

  private boolean sameEntries(MappingNode before, MappingNode now) {
    Set<String> mayDiffer = edited.getOrDefault(before, Set.of());
    if (edited.containsKey(before)) {
      after.put(before, now);
    }
    List<MappingEntry> one = others(before, mayDiffer);
    List<MappingEntry> other = others(now, mayDiffer);
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i).key(), other.get(i).key())
          || !same(one.get(i).value(), other.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private static List<MappingEntry> others(MappingNode mapping, Set<String> fields) {
    return fields.isEmpty()
        ? mapping.entries()
        : mapping.entries().stream()
            .filter(entry -> fields.stream().noneMatch(entry::isNamed))
            .toList();
  }

  private boolean sameItems(List<YamlTreeNode> before, List<YamlTreeNode> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!same(before.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether every comment of {@code before} is among those of {@code now}} */
  static boolean keepsComments(List<String> before, List<String> now) {
    Map<String, Integer> counts = new HashMap<>();
    now.forEach(comment -> counts.merge(comment, 1, Integer::sum));
    return before.stream().allMatch(comment -> counts.merge(comment, -1, Integer::sum) >= 0);
  }
}
