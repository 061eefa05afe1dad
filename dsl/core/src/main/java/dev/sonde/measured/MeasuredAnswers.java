package dev.sonde.measured;

/**
 * The answers of one probe's endpoint in one phase, of all runs together. They were asked for at
 * fixed moments, whether the one before had come or not, and each is counted from the moment when
 * it was due: a process that stands still does not hide it by being asked less.
 *
 * @param latency of the answers that were a success, in milliseconds; answers of one run resemble
 *     each other, so it says less than as many independent ones
 * @param failed how many were none: another status, a connection refused, or no answer in the time
 *     that {@code measure} waits
 */
public record MeasuredAnswers(Distribution latency, int failed) {

  /** No answer. */
  public static final MeasuredAnswers NONE = new MeasuredAnswers(Distribution.NONE, 0);

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if {@code failed} is negative
   */
  public MeasuredAnswers {
    if (failed < 0) {
      throw new IllegalArgumentException("failed = " + failed + " is negative.");
    }
  }

  /**
   * {@return the answers of both}
   *
   * @param other more answers
   */
  public MeasuredAnswers and(MeasuredAnswers other) {
    return new MeasuredAnswers(latency.and(other.latency), failed + other.failed);
  }

  /** {@return how many attempts there were} */
  public int attempts() {
    return latency.size() + failed;
  }
}
