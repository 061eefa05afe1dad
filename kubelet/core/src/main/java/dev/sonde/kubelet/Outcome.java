package dev.sonde.kubelet;

/**
 * What one attempt of a probe's handler came to.
 *
 * @param verdict how it went
 * @param reason why, in one line, such as {@code connection refused}; empty where nothing needs to
 *     be said
 */
public record Outcome(Verdict verdict, String reason) {

  /** Success of which nothing needs to be said. */
  public static final Outcome SUCCESS = success("");

  /**
   * {@return success}
   *
   * @param reason what was seen, in one line
   */
  public static Outcome success(String reason) {
    return new Outcome(Verdict.SUCCESS, reason);
  }

  /**
   * {@return success with a remark}
   *
   * @param reason the remark, in one line
   */
  public static Outcome warning(String reason) {
    return new Outcome(Verdict.WARNING, reason);
  }

  /**
   * {@return failure}
   *
   * @param reason why, in one line
   */
  public static Outcome failure(String reason) {
    return new Outcome(Verdict.FAILURE, reason);
  }

  /**
   * {@return an attempt that says nothing about the application}
   *
   * @param reason why, in one line
   */
  public static Outcome error(String reason) {
    return new Outcome(Verdict.ERROR, reason);
  }

  /** {@return the result it counts as} An error counts as none and must not be asked. */
  public ProbeResult result() {
    return verdict == Verdict.FAILURE ? ProbeResult.FAILURE : ProbeResult.SUCCESS;
  }
}
