package dev.sonde.manifests.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds keys that a mapping has twice because a merge key ({@code <<}) brings one of them. Go's
 * YAML library, told to be strict, takes them for duplicates; kubectl, which is not strict here,
 * lets what is written in the mapping itself win.
 */
public final class OverriddenMerges {

  private final SourceText source;
  private final Consumer<YamlProblem> problems;

  private OverriddenMerges(SourceText source, Consumer<YamlProblem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * Looks through a document.
   *
   * @param root its content
   * @param source the text it is written in
   * @param problems takes each such key, as a duplicate
   */
  public static void find(YamlTreeNode root, SourceText source, Consumer<YamlProblem> problems) {
    new OverriddenMerges(source, problems).find(root);
  }

  private void find(YamlTreeNode node) {
    if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(this::find);
    } else if (node instanceof MappingNode mapping) {
      check(mapping);
      for (int i = 0; i < mapping.size(); i++) {
        find(mapping.value(i));
      }
    }
  }

  private void check(MappingNode mapping) {
    Map<String, YamlTreeNode> written = new HashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      String name = DuplicateKeys.name(mapping, i);
      if (name != null) {
        written.putIfAbsent(name, mapping.key(i));
      }
    }
    for (int i = 0; i < mapping.size(); i++) {
      if (mapping.isMerge(i)) {
        merge(mapping.value(i).resolved(), mapping.key(i), written);
      }
    }
  }

  private void merge(YamlTreeNode merged, YamlTreeNode mergeKey, Map<String, YamlTreeNode> known) {
    if (merged instanceof SequenceNode sequence) {
      sequence.items().forEach(item -> merge(item.resolved(), mergeKey, known));
    } else if (merged instanceof MappingNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        String name = DuplicateKeys.name(mapping, i);
        if (mapping.isMerge(i)) {
          merge(mapping.value(i).resolved(), mergeKey, known);
        } else if (name != null) {
          YamlTreeNode first = known.putIfAbsent(name, mergeKey);
          if (first != null) {
            problems.accept(problem(first, mapping.key(i)));
          }
        }
      }
    }
  }

  /** Points at the mapping that has the key twice, not at what it shares with others. */
  private YamlProblem problem(YamlTreeNode first, YamlTreeNode merged) {
    return YamlProblem.at(
        source,
        first.start(),
        ProblemKind.DUPLICATE_KEY,
        "key \""
            + ((ScalarNode) merged.resolved()).text()
            + "\" is also brought in by <<, from line "
            + source.position(merged.start()).line()
            + "; kubectl takes that, a strict API server does not.",
        "Write out what is merged, or leave out one of them.");
  }
}
