package dev.sonde.manifests.output;

/** The forms in which findings are handed on. */
public enum FindingFormat {
  /** For people: each finding with its line and a caret, then what it comes to. */
  TEXT,
  /** For programs: a JSON array with an object for each finding. */
  JSON,
  /** For code review: SARIF 2.1.0. */
  SARIF
}
