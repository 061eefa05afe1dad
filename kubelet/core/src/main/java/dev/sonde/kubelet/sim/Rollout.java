package dev.sonde.kubelet.sim;

import java.time.Duration;

/**
 * A rolling update to another version, as a Deployment does it.
 *
 * @param at when it begins
 * @param to the new version
 * @param maxSurge how many pods more than wanted there may be; percentages are rounded up
 * @param maxUnavailable how many pods fewer than wanted may be available; percentages are rounded
 *     down. Where both come to 0, one pod may be unavailable
 * @param minReady how long a pod has to be ready to count as available
 * @param progressDeadline after how long without progress the update counts as stalled
 */
public record Rollout(
    Duration at,
    PodTemplate to,
    Amount maxSurge,
    Amount maxUnavailable,
    Duration minReady,
    Duration progressDeadline) {

  /** Kubernetes' own {@code progressDeadlineSeconds}. */
  public static final Duration DEFAULT_PROGRESS_DEADLINE = Duration.ofMinutes(10);

  /**
   * {@return a rolling update with Kubernetes' defaults}
   *
   * @param at when it begins
   * @param to the new version
   */
  public static Rollout of(Duration at, PodTemplate to) {
    return new Rollout(
        at, to, Amount.DEFAULT, Amount.DEFAULT, Duration.ZERO, DEFAULT_PROGRESS_DEADLINE);
  }

  /**
   * {@return this update with other bounds}
   *
   * @param surge how many pods more than wanted there may be
   * @param unavailable how many pods fewer than wanted may be available
   */
  public Rollout bounded(Amount surge, Amount unavailable) {
    return new Rollout(at, to, surge, unavailable, minReady, progressDeadline);
  }

  /**
   * {@return this update with other times}
   *
   * @param ready how long a pod has to be ready to count as available
   * @param deadline after how long without progress the update counts as stalled
   */
  public Rollout timed(Duration ready, Duration deadline) {
    return new Rollout(at, to, maxSurge, maxUnavailable, ready, deadline);
  }
}
