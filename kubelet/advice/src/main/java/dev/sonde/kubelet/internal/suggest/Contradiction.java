package dev.sonde.kubelet.internal.suggest;

import java.util.List;

/**
 * Objectives that cannot be met together, as few as are enough.
 *
 * @param objectives them, as sentences
 * @param remedies how much less of each would do while the others stay
 */
public record Contradiction(List<String> objectives, List<String> remedies) {

  /** Copies the lists, so that the value stays what it was. */
  public Contradiction {
    objectives = List.copyOf(objectives);
    remedies = List.copyOf(remedies);
  }
}
