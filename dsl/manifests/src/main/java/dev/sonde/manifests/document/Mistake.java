package dev.sonde.manifests.document;

import dev.sonde.manifests.tree.Position;

/**
 * One thing that is wrong in a probe-set document.
 *
 * @param position where
 * @param text what and what to do: {@code [rule-id] message remedy}
 */
public record Mistake(Position position, String text) {

  static Mistake of(Position position, String ruleId, String message, String remedy) {
    return new Mistake(position, "[" + ruleId + "] " + message + " " + remedy);
  }
}
