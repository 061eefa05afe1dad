package dev.sonde.kubelet;

import java.time.Duration;

/**
 * What one attempt of a probe's handler came to.
 *
 * @param verdict how it went
 * @param reason why, in one line, such as {@code connection refused}; empty where nothing needs to
 *     be said
 */
public record AttemptOutcome(AttemptVerdict verdict, String reason) {

  /** Success without a remark. */
  public static final AttemptOutcome SUCCESS = success("");

  /**
   * {@return success}
   *
   * @param reason what was seen, in one line
   */
  public static AttemptOutcome success(String reason) {
    return new AttemptOutcome(AttemptVerdict.SUCCESS, reason);
  }

  /**
   * {@return success with a remark}
   *
   * @param reason the remark, in one line
   */
  public static AttemptOutcome warning(String reason) {
    return new AttemptOutcome(AttemptVerdict.WARNING, reason);
  }

  /**
   * {@return failure}
   *
   * @param reason why, in one line
   */
  public static AttemptOutcome failure(String reason) {
    return new AttemptOutcome(AttemptVerdict.FAILURE, reason);
  }

  /**
   * {@return failure because no answer came, or a command did not end, in time}
   *
   * @param timeout the probe's timeout
   */
  public static AttemptOutcome timedOut(Duration timeout) {
    String words =
        timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + "s" : timeout.toMillis() + "ms";
    return failure("no answer within " + words);
  }

  /**
   * {@return an attempt that says nothing about the application}
   *
   * @param reason why, in one line
   */
  public static AttemptOutcome error(String reason) {
    return new AttemptOutcome(AttemptVerdict.ERROR, reason);
  }

  /** {@return the result it counts as} An error counts as none and must not be asked. */
  public ProbeResult result() {
    return verdict == AttemptVerdict.FAILURE ? ProbeResult.FAILURE : ProbeResult.SUCCESS;
  }
}
