package dev.sonde.manifests.merge.outcome;

import dev.sonde.rules.MergeRules;
import dev.sonde.rules.Rule;

/** How code and manifest disagree about one field. */
public enum ChangeKind {
  /** The code sets it, the manifest lacks it. */
  MISSING,
  /** Both set it, to different values. */
  DIFFERENT,
  /** An earlier merge put it there, the code does not set it any more. */
  STALE,
  /** The manifest has it, the code says nothing about it. */
  EXTRA;

  /** {@return the rule that says that this should not be} */
  public Rule rule() {
    return switch (this) {
      case MISSING -> MergeRules.MISSING;
      case DIFFERENT -> MergeRules.DIFFERENT;
      case STALE -> MergeRules.STALE;
      case EXTRA -> MergeRules.EXTRA;
    };
  }
}
