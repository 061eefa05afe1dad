package dev.sonde.processor.report;

import java.util.Collection;
import java.util.Optional;

/** Guesses what was meant by a name that does not exist. */
public final class Similar {

  private Similar() {}

  /**
   * {@return a sentence that suggests the most similar name, or nothing if none is similar}
   *
   * @param wrong the name that does not exist
   * @param names those that do
   */
  public static String didYouMean(String wrong, Collection<String> names) {
    Optional<String> best = Optional.empty();
    int least = Math.max(1, wrong.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(wrong, name);
      if (distance < least) {
        least = distance;
        best = Optional.of(name);
      }
    }
    return best.isPresent() ? "Did you mean \"" + best.get() + "\"?" : "";
  }

  /** How many letters must be put in, left out or changed. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] line = new int[to.length() + 1];
      line[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        line[column] =
            Math.min(Math.min(line[column - 1], above[column]) + 1, above[column - 1] + change);
      }
      above = line;
    }
    return above[to.length()];
  }
}
