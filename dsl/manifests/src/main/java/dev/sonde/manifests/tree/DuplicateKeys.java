package dev.sonde.manifests.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the keys that stand twice in a mapping; the parser takes them silently. */
final class DuplicateKeys {

  /** Below it, comparing each with each costs less than a map. */
  private static final int FEW = 10;

  private final SourceText source;

  DuplicateKeys(SourceText source) {
    this.source = source;
  }

  void find(MappingNode mapping, Consumer<YamlProblem> problems) {
    if (mapping.size() <= FEW) {
      compareEach(mapping, problems);
    } else {
      compareByMap(mapping, problems);
    }
  }

  private void compareEach(MappingNode mapping, Consumer<YamlProblem> problems) {
    for (int i = 1; i < mapping.size(); i++) {
      String name = mapping.keyText(i);
      int earlier = 0;
      while (name != null && earlier < i && !name.equals(mapping.keyText(earlier))) {
        earlier++;
      }
      if (name != null && earlier < i) {
        problems.accept(problem(mapping.key(earlier), mapping.key(i), name));
      }
    }
  }

  private void compareByMap(MappingNode mapping, Consumer<YamlProblem> problems) {
    Map<String, YamlTreeNode> seen = new HashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      String name = mapping.keyText(i);
      YamlTreeNode first = name == null ? null : seen.putIfAbsent(name, mapping.key(i));
      if (name != null && first != null) {
        problems.accept(problem(first, mapping.key(i), name));
      }
    }
  }

  private YamlProblem problem(YamlTreeNode first, YamlTreeNode again, String name) {
    return YamlProblem.at(
        source,
        again.start(),
        ProblemKind.DUPLICATE_KEY,
        "key \""
            + name
            + "\" stands in line "
            + source.position(first.start()).line()
            + " already.",
        "Keep one of them.");
  }
}
