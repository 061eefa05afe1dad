package dev.sonde.processor.diagnostic;

import dev.sonde.rules.SimilarName;
import java.util.Collection;
import java.util.Optional;

/** Suggests what was meant by a name that does not exist. */
public final class SimilarNames {

  private SimilarNames() {}

  /**
   * {@return a question that suggests the most similar name, or nothing if none is similar}
   *
   * @param wrong the name that does not exist
   * @param names those that do
   */
  public static String didYouMean(String wrong, Collection<String> names) {
    Optional<String> similar = SimilarName.to(wrong, names);
    return similar.isPresent() ? "Did you mean \"" + similar.get() + "\"?" : "";
  }
}
