package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.rules.SimilarName;
import java.util.Collection;

/** Asks whether another name was meant. */
public final class NameSuggestions {

  private NameSuggestions() {}

  public static String of(String name, Collection<String> candidates, String otherwise) {
    return SimilarName.to(name, candidates)
        .map(similar -> "Did you mean \"" + similar + "\"?")
        .orElse(otherwise);
  }
}
