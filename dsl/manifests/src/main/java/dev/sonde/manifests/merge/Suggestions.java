package dev.sonde.manifests.merge;

import dev.sonde.rules.SimilarName;
import java.util.Collection;

/** Asks whether another name was meant. */
final class Suggestions {

  private Suggestions() {}

  static String of(String name, Collection<String> candidates, String otherwise) {
    return SimilarName.to(name, candidates)
        .map(similar -> "Did you mean \"" + similar + "\"?")
        .orElse(otherwise);
  }
}
