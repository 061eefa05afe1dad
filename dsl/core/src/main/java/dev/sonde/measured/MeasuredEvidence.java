package dev.sonde.measured;

/**
 * A series, and whether it is of the code that is there now.
 *
 * @param series what was measured
 * @param age how it stands to the code
 */
public record MeasuredEvidence(MeasuredSeries series, Age age) {

  /** How evidence stands to the code. */
  public enum Age {
    /** What was measured is what is there. */
    CURRENT,
    /** Something else is there now. */
    OUTDATED,
    /** It is not there, so nobody can tell. */
    UNKNOWN,
    /** The measurement names no code, so nobody can tell. */
    UNNAMED
  }
}
