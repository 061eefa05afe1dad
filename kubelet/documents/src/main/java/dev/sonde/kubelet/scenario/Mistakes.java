package dev.sonde.kubelet.scenario;

import dev.sonde.manifests.document.Mistake;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in a scenario. */
final class Mistakes {

  /** A field that is not known, or stands where it makes no sense, or is missing. */
  static final String FIELD = "scenario-field";

  /** A value that cannot be. */
  static final String VALUE = "scenario-value";

  private final String file;
  private final SourceText source;
  private final List<Mistake> all = new ArrayList<>();

  Mistakes(String file, SourceText source) {
    this.file = file;
    this.source = source;
  }

  SourceText source() {
    return source;
  }

  void add(String rule, Node at, String message, String remedy) {
    add(at.start(), "[" + rule + "] " + message + " " + remedy);
  }

  void add(int offset, String text) {
    all.add(new Mistake(source.position(offset), text));
  }

  void throwIfAny() {
    if (!all.isEmpty()) {
      throw new UnreadableScenarioException(
          file,
          all.stream()
              .sorted(
                  Comparator.comparingInt((Mistake mistake) -> mistake.position().line())
                      .thenComparingInt(mistake -> mistake.position().column()))
              .toList());
    }
  }
}
