package dev.sonde.manifests.merge;

/** How code and manifest disagree about one field. */
public enum ChangeKind {
  /** The code sets it, the manifest lacks it. */
  MISSING("missing"),
  /** Both set it, to different values. */
  DIFFERENT("different"),
  /** An earlier merge put it there, the code does not set it any more. */
  STALE("stale"),
  /** The manifest has it, the code says nothing about it. */
  EXTRA("extra");

  private final String word;

  ChangeKind(String word) {
    this.word = word;
  }

  /** {@return the name used in reports, such as {@code stale}} */
  public String word() {
    return word;
  }
}
