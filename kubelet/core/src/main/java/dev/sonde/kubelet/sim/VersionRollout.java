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
public record VersionRollout(
    Duration at,
    PodTemplate to,
    PodAmount maxSurge,
    PodAmount maxUnavailable,
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
  public static VersionRollout of(Duration at, PodTemplate to) {
    return new VersionRollout(
        at, to, PodAmount.DEFAULT, PodAmount.DEFAULT, Duration.ZERO, DEFAULT_PROGRESS_DEADLINE);
  }

  /**
   * {@return this update with other bounds}
   *
   * @param surge how many pods more than wanted there may be
   * @param unavailable how many pods fewer than wanted may be available
   */
  public VersionRollout bounded(PodAmount surge, PodAmount unavailable) {
    return new VersionRollout(at, to, surge, unavailable, minReady, progressDeadline);
  }

  /**
   * {@return this update with other times}
   *
   * @param ready how long a pod has to be ready to count as available
   * @param deadline after how long without progress the update counts as stalled
   */
  public VersionRollout timed(Duration ready, Duration deadline) {
    return new VersionRollout(at, to, maxSurge, maxUnavailable, ready, deadline);
  }
}
