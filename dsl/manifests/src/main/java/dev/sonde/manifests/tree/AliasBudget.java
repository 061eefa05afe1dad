package dev.sonde.manifests.tree;

/**
 * How far aliases may blow up a document: as far as Go's YAML library lets them. Nodes that aliases
 * stand for must not be more than 99 % of all, and less of a huge document.
 */
final class AliasBudget {

  private static final long FEW_ALIASED = 100;
  private static final long FEW_NODES = 1_000;
  private static final long LARGE = 400_000;
  private static final long HUGE = 4_000_000;
  private static final double MOST_OF_LARGE = 0.99;
  private static final double MOST_OF_HUGE = 0.10;

  /** The document itself is one. */
  private long nodes = 1;

  private long aliased;

  void addNode() {
    nodes++;
  }

  /** Adds an alias, and the nodes that it stands for. */
  void addAlias(long size) {
    nodes += size + 1;
    aliased += size;
  }

  long aliased() {
    return aliased;
  }

  boolean isSpent() {
    return aliased > FEW_ALIASED && nodes > FEW_NODES && (double) aliased / nodes > allowed();
  }

  private double allowed() {
    if (nodes <= LARGE) {
      return MOST_OF_LARGE;
    }
    if (nodes >= HUGE) {
      return MOST_OF_HUGE;
    }
    return MOST_OF_LARGE
        - (MOST_OF_LARGE - MOST_OF_HUGE) * ((double) (nodes - LARGE) / (HUGE - LARGE));
  }
}
