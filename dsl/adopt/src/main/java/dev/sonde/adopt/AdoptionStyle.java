package dev.sonde.adopt;

/** How the code declares probes. */
public enum AdoptionStyle {
  /** Annotations on a class, which the processor reads. */
  ANNOTATIONS,
  /** A method that returns the probes, in the fluent DSL. */
  DSL
}
