package dev.sonde.kubelet.internal.console;

/** The form of an answer. */
public enum OutputFormat {
  /** Lines for people. */
  TEXT,
  /** JSON for programs. */
  JSON
}
