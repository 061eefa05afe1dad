package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;

/**
 * One thing that keeps a document from becoming an object.
 *
 * @param rule what is broken
 * @param path the field
 * @param at the key or the value at fault
 * @param effect what the API server does about it
 * @param message what is wrong, with the value seen
 * @param remedy what to write instead
 */
public record DecodeProblem(
    Rule rule, FieldPath path, YamlTreeNode at, Effect effect, String message, String remedy) {

  /** {@return the same as a finding} */
  public Finding finding() {
    return rule.finding(path, message, remedy);
  }

  DecodeProblem below(FieldPath outer) {
    return new DecodeProblem(rule, outer.then(path), at, effect, message, remedy);
  }

  /** What the API server does when it comes across a problem. */
  public enum Effect {
    /** It gives up at once, and reports this alone. */
    STOPS,
    /** It goes on, and in the end reports the first such problem alone. */
    FAILS,
    /** It goes on, and reports all of them if nothing worse came up. */
    REFUSED
  }
}
