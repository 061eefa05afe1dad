package dev.sonde.runtime.answer;

/** How much an answer tells. */
public enum Detail {
  /** The probe's status and nothing else. */
  STATUS,
  /** Also each check's name and status; the default. */
  NAMES,
  /** Also the data that checks have added to their answers, which may hold host names. */
  DATA,
  /**
   * All that is known: also the checks' data, what they threw, ages and durations. That may hold
   * host names and worse; it is for endpoints that strangers cannot reach.
   */
  FULL
}
