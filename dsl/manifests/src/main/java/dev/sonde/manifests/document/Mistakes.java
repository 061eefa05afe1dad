package dev.sonde.manifests.document;

import static java.util.Comparator.comparingInt;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.Problem;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.DecodeRules;
import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one document. */
final class Mistakes {

  private final SourceText source;
  private final List<Mistake> found = new ArrayList<>();

  Mistakes(SourceText source) {
    this.source = source;
  }

  void add(Mistake mistake) {
    found.add(mistake);
  }

  void add(Problem problem) {
    found.add(new Mistake(problem.position(), problem.text()));
  }

  void add(int offset, String ruleId, String message, String remedy) {
    found.add(Mistake.of(source.position(offset), ruleId, message, remedy));
  }

  void wrongType(Node node, String what, String expected) {
    add(
        node.start(),
        DecodeRules.WRONG_TYPE.id(),
        what + " is " + seen(node.resolved()) + ".",
        "Write " + expected + ".");
  }

  private static String seen(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.text().isEmpty() ? "empty" : "\"" + scalar.text() + "\"";
    }
    return node instanceof SequenceNode ? "a list" : node instanceof MappingNode ? "a map" : "";
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Mistake> inOrder() {
    return found.stream()
        .sorted(
            comparingInt((Mistake mistake) -> mistake.position().line())
                .thenComparingInt(mistake -> mistake.position().column()))
        .toList();
  }
}
