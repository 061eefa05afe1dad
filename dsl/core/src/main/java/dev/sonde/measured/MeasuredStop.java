package dev.sonde.measured;

/**
 * From SIGTERM to the end of the process, in milliseconds.
 *
 * @param atRest with nobody asking but the probes
 * @param underLoad while clients asked
 * @param served of the stops under load: from SIGTERM to the last request that was still answered
 */
public record MeasuredStop(Distribution atRest, Distribution underLoad, Distribution served) {

  /** No stop was measured. */
  public static final MeasuredStop NONE =
      new MeasuredStop(Distribution.NONE, Distribution.NONE, Distribution.NONE);

  /** {@return all stops} */
  public Distribution all() {
    return atRest.and(underLoad);
  }
}
