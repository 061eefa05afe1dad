package dev.sonde.kubelet;

import java.time.Duration;

/**
 * How long restarts wait.
 *
 * @param first the first wait; it doubles with each restart
 * @param max the longest wait
 */
public record BackOffLimits(Duration first, Duration max) {

  /** Kubernetes' own: 10 s, 20 s, ... up to 300 s. */
  public static final BackOffLimits DEFAULT =
      new BackOffLimits(Duration.ofSeconds(10), Duration.ofSeconds(300));

  /** With the feature gate {@code ReduceDefaultCrashLoopBackOffDecay}: 1 s, 2 s, ... up to 60 s. */
  public static final BackOffLimits REDUCED =
      new BackOffLimits(Duration.ofSeconds(1), Duration.ofSeconds(60));
}
