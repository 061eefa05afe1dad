package dev.sonde.rules;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;

/** Finds what a misspelt name was likely meant to be. */
public final class SimilarName {

  private SimilarName() {}

  /**
   * {@return the candidate nearest to a name, if one differs by a third of it or less}
   *
   * @param name what was written
   * @param candidates what could have been meant; of equally near ones the first wins
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    int tolerated = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= tolerated)
        .min(comparingInt(candidate -> distance(name, candidate)));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
