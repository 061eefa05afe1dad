package dev.sonde.model;

/**
 * The five numbers that decide when a probe is tried and how many results count, after Kubernetes
 * has put its defaults where nothing, or 0, was written.
 *
 * @param initialDelaySeconds seconds between the container's start and the first try; default
 *     {@value #DEFAULT_INITIAL_DELAY_SECONDS}
 * @param timeoutSeconds seconds one try may take; default {@value #DEFAULT_TIMEOUT_SECONDS}
 * @param periodSeconds seconds between tries; default {@value #DEFAULT_PERIOD_SECONDS}
 * @param successThreshold successes in a row that count as success; default {@value
 *     #DEFAULT_SUCCESS_THRESHOLD}
 * @param failureThreshold failures in a row that count as failure; default {@value
 *     #DEFAULT_FAILURE_THRESHOLD}
 */
public record Timing(
    int initialDelaySeconds,
    int timeoutSeconds,
    int periodSeconds,
    int successThreshold,
    int failureThreshold) {

  /** Kubernetes' own {@code initialDelaySeconds}. */
  public static final int DEFAULT_INITIAL_DELAY_SECONDS = 0;

  /** Kubernetes' own {@code timeoutSeconds}. */
  public static final int DEFAULT_TIMEOUT_SECONDS = 1;

  /** Kubernetes' own {@code periodSeconds}. */
  public static final int DEFAULT_PERIOD_SECONDS = 10;

  /** Kubernetes' own {@code successThreshold}. */
  public static final int DEFAULT_SUCCESS_THRESHOLD = 1;

  /** Kubernetes' own {@code failureThreshold}. */
  public static final int DEFAULT_FAILURE_THRESHOLD = 3;

  /** What Kubernetes uses for a probe that sets none of the five. */
  public static final Timing DEFAULT =
      new Timing(
          DEFAULT_INITIAL_DELAY_SECONDS,
          DEFAULT_TIMEOUT_SECONDS,
          DEFAULT_PERIOD_SECONDS,
          DEFAULT_SUCCESS_THRESHOLD,
          DEFAULT_FAILURE_THRESHOLD);
}
