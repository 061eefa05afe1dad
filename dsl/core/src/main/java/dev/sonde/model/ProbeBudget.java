package dev.sonde.model;

import java.time.Duration;

/**
 * What a probe's numbers mean in time. The kubelet's own work comes on top of every figure: a
 * second or two until it has seen a change. Whether a hang makes its tries fail is not a matter of
 * numbers, see {@link Handler#noticesHang()}.
 *
 * <p>A try that hangs takes its whole timeout, and the next one waits for it; so while tries hang,
 * they follow each other in the longer of period and timeout.
 *
 * @param timing the numbers in force
 */
public record ProbeBudget(ProbeTiming timing) {

  /**
   * {@return the budget of a probe}
   *
   * @param probe the probe
   */
  public static ProbeBudget of(Probe probe) {
    return new ProbeBudget(probe.timing());
  }

  /**
   * {@return the soonest first try, from the container's start} The kubelet counts the delay from
   * the whole second before the start, so that up to a second of it is lost.
   */
  public Duration firstTrySoonest() {
    return seconds(certainDelay());
  }

  /** {@return the latest first try, from the container's start} */
  public Duration firstTryLatest() {
    return seconds(delay() + period());
  }

  /**
   * {@return the time from the container's start within which an application that answers by then
   * is not restarted, whatever the moment of the first try} For a startup probe, or a liveness
   * probe without one. One period less than the usual rule of thumb, period times threshold, and a
   * second less where there is a delay.
   */
  public Duration guaranteedStart() {
    return seconds(certainDelay() + moreFailures() * period());
  }

  /** {@return the latest that a container which never answers is restarted, from its start} */
  public Duration longestStart() {
    return seconds(delay() + period() + moreFailures() * spacingWhileHanging() + timeout());
  }

  /**
   * {@return the soonest that a probe which notices a hang has failed, from the moment of the hang}
   */
  public Duration hangNoticedSoonest() {
    return seconds(moreFailures() * spacingWhileHanging() + timeout());
  }

  /**
   * {@return the latest that a probe which notices a hang has failed, from the moment of the hang}
   */
  public Duration hangNoticedLatest() {
    return seconds(period() + moreFailures() * spacingWhileHanging() + timeout());
  }

  /** {@return the soonest that the probe has failed, from the moment tries fail at once} */
  public Duration refusalNoticedSoonest() {
    return seconds(moreFailures() * period());
  }

  /** {@return the latest that the probe has failed, from the moment tries fail at once} */
  public Duration refusalNoticedLatest() {
    return seconds(timing.failureThreshold() * period());
  }

  /** {@return the latest that the probe has succeeded, from the moment the application is well} */
  public Duration recoveryNoticedLatest() {
    return seconds(period() * timing.successThreshold() + timeout());
  }

  /**
   * {@return the latest that a container is ready, from its start, without a startup probe}
   *
   * @param wellAfter when the application itself is ready, from the container's start
   */
  public Duration readyLatest(Duration wellAfter) {
    Duration firstTry = seconds(delay());
    return (firstTry.compareTo(wellAfter) > 0 ? firstTry : wellAfter).plus(recoveryNoticedLatest());
  }

  /**
   * {@return the smallest failureThreshold whose {@link #guaranteedStart()} is at least the wanted
   * time, with the delay and period of this budget}
   *
   * @param wanted the time an application may take to start
   * @throws ArithmeticException if the threshold would be more than Kubernetes can hold
   */
  public int failureThresholdFor(Duration wanted) {
    long missing = wanted.toSeconds() + (wanted.toNanosPart() > 0 ? 1 : 0) - certainDelay();
    return missing <= 0 ? 1 : Math.toIntExact(1 + (missing + period() - 1) / period());
  }

  private long delay() {
    return timing.initialDelaySeconds();
  }

  /** What is left of the delay if the container starts just before a whole second. */
  private long certainDelay() {
    return Math.max(delay() - 1, 0);
  }

  private long period() {
    return timing.periodSeconds();
  }

  private long timeout() {
    return timing.timeoutSeconds();
  }

  /** The failures that have to follow the first one. */
  private long moreFailures() {
    return timing.failureThreshold() - 1L;
  }

  private long spacingWhileHanging() {
    return Math.max(period(), timeout());
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
