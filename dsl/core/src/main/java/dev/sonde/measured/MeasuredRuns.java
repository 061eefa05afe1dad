package dev.sonde.measured;

/**
 * How the runs ended.
 *
 * @param complete every probe succeeded once, and the process stopped in its grace period; of a
 *     process that ran already, each look at it
 * @param killed every probe succeeded once, and the process did not stop in its grace period
 * @param exited the process ended before every probe had succeeded
 * @param unsuccessful a probe did not succeed in the time that there was
 * @param disturbed of all these, those whose start took much longer than their CPU time explains:
 *     other work on the machine was measured, too
 */
public record MeasuredRuns(int complete, int killed, int exited, int unsuccessful, int disturbed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or more runs were disturbed than there
   *     were
   */
  public MeasuredRuns {
    if (complete < 0 || killed < 0 || exited < 0 || unsuccessful < 0 || disturbed < 0) {
      throw new IllegalArgumentException("a number of runs is negative.");
    }
    if (disturbed > complete + killed + exited + unsuccessful) {
      throw new IllegalArgumentException("more runs were disturbed than there were.");
    }
  }

  /** {@return how many starts got as far as a success of every probe} */
  public int started() {
    return complete + killed;
  }

  /** {@return how many starts did not get so far} */
  public int failed() {
    return exited + unsuccessful;
  }

  /** {@return all runs} */
  public int all() {
    return started() + failed();
  }
}
