package dev.sonde.kubelet.sim;

import java.time.Duration;
import java.util.Optional;

/**
 * How many pods there are.
 *
 * @param replicas how many are wanted, at least 1
 * @param startSpread the pods are handed to their kubelets at random moments of so long a time
 * @param rollout a rolling update
 */
public record PodFleet(int replicas, Duration startSpread, Optional<VersionRollout> rollout) {

  /** One pod. */
  public static final PodFleet ONE = new PodFleet(1, Duration.ZERO, Optional.empty());

  /** The most replicas that a scenario may have. */
  public static final int MAX_REPLICAS = 100_000;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if there are fewer than 1 or more than {@link #MAX_REPLICAS}
   */
  public PodFleet {
    if (replicas < 1 || replicas > MAX_REPLICAS) {
      throw new IllegalArgumentException(
          "replicas " + replicas + " is outside 1.." + MAX_REPLICAS + ".");
    }
  }
}
