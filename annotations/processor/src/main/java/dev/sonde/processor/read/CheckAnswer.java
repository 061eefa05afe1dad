package dev.sonde.processor.read;

/** What a check's method answers with, whatever brings the answer. */
public enum CheckAnswer {
  /** True is well. */
  BOOLEAN,
  /** Ending is well, failing is not. */
  VOID,
  /** The contract's result type. */
  HEALTH,
  /** Nothing that is understood. */
  OTHER
}
