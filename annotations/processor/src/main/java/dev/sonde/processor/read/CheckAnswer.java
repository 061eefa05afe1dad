package dev.sonde.processor.read;

/** How a check's method answers. */
public enum CheckAnswer {
  /** True is well. */
  BOOLEAN,
  /** Returning is well, throwing is not. */
  VOID,
  /** With the contract's result type. */
  HEALTH,
  /** With a stage of the contract's result type. */
  LATER_HEALTH,
  /** With a stage of yes or no. */
  LATER_BOOLEAN,
  /** In no way that is understood. */
  OTHER
}
