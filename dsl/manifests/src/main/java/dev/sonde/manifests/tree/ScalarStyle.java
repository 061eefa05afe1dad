package dev.sonde.manifests.tree;

/** How a scalar is written. */
public enum ScalarStyle {
  /** Without quotes; the only style whose text may be something else than a string. */
  PLAIN,
  /** In {@code '…'}. */
  SINGLE_QUOTED,
  /** In {@code "…"}. */
  DOUBLE_QUOTED,
  /** A block after {@code |}. */
  LITERAL,
  /** A block after {@code >}. */
  FOLDED
}
