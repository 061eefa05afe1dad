package dev.sonde.manifests.tree;

import java.util.HashMap;
import java.util.List;
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

  void find(MappingNode mapping, Consumer<Problem> problems) {
    if (mapping.entries().size() <= FEW) {
      compareEach(mapping.entries(), problems);
    } else {
      compareByMap(mapping.entries(), problems);
    }
  }

  private void compareEach(List<Entry> entries, Consumer<Problem> problems) {
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).key().resolved() instanceof ScalarNode key) {
        compareWithEarlier(entries, i, key, problems);
      }
    }
  }

  private void compareWithEarlier(
      List<Entry> entries, int count, ScalarNode key, Consumer<Problem> problems) {
    for (int i = 0; i < count; i++) {
      Entry earlier = entries.get(i);
      if (earlier.isNamed(key.text())) {
        problems.accept(problem(earlier.key(), entries.get(count).key(), key.text()));
        return;
      }
    }
  }

  private void compareByMap(List<Entry> entries, Consumer<Problem> problems) {
    Map<String, Node> seen = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.key().resolved() instanceof ScalarNode key) {
        Node first = seen.putIfAbsent(key.text(), entry.key());
        if (first != null) {
          problems.accept(problem(first, entry.key(), key.text()));
        }
      }
    }
  }

  private Problem problem(Node first, Node again, String name) {
    return Problem.at(
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
