package dev.sonde.model;

import java.util.Optional;

/**
 * How an application stops, in the order in which it happens: the pod is deleted and its endpoint
 * begins to go; the preStop hook sleeps while traffic still comes; then comes SIGTERM, with which
 * readiness is down; the application drains, serving on; at last it stops. Both the code that does
 * it and {@link #termination what Kubernetes gets} follow from this one value.
 *
 * @param preStopSeconds how long the hook sleeps before SIGTERM; 0 is no hook
 * @param drainSeconds how long the application serves on after SIGTERM
 * @param stopSeconds how long it may then take to stop
 */
public record ShutdownTiming(int preStopSeconds, int drainSeconds, int stopSeconds) {

  /**
   * Seconds of the grace period that are nobody's: for starting the hook and the JVM's own end. The
   * kubelet counts from the deletion, and the processes from when they learn of it.
   */
  public static final int MARGIN_SECONDS = 5;

  /** Seconds that it takes until nobody follows an endpoint any more that is not ready. */
  private static final int ENDPOINTS_SECONDS = 2;

  /** A drain is paid at every deletion, too; a longer one is nothing to take without asking. */
  private static final int LONGEST_DEFAULT_DRAIN_SECONDS = 10;

  /**
   * {@return the seconds that an application has to serve on after SIGTERM, so that a restart by a
   * probe loses no request} The endpoint of a container that is restarted stays ready until
   * readiness has failed, also while a preStop hook sleeps.
   *
   * @param readiness the readiness probe
   */
  public static long drainSecondsFor(Probe readiness) {
    return ProbeBudget.of(readiness).refusalNoticedLatest().toSeconds() + ENDPOINTS_SECONDS;
  }

  /**
   * {@return the seconds of draining where none are declared: what readiness needs if that is at
   * most 10, else 0}
   *
   * @param readiness the readiness probe, if there is one
   */
  public static int defaultDrainSeconds(Optional<Probe> readiness) {
    return readiness
        .map(ShutdownTiming::drainSecondsFor)
        .filter(seconds -> seconds <= LONGEST_DEFAULT_DRAIN_SECONDS)
        .map(Math::toIntExact)
        .orElse(0);
  }

  /**
   * Checks the seconds.
   *
   * @throws IllegalArgumentException if one is negative, or there is no time to stop
   */
  public ShutdownTiming {
    requireAtLeast(0, "preStopSeconds", preStopSeconds);
    requireAtLeast(0, "drainSeconds", drainSeconds);
    requireAtLeast(1, "stopSeconds", stopSeconds);
  }

  private static void requireAtLeast(int least, String name, int seconds) {
    if (seconds < least) {
      throw new IllegalArgumentException(
          "%s = %d must be at least %d.".formatted(name, seconds, least));
    }
  }

  /** {@return the seconds from the pod's deletion until what still runs may be killed} */
  public long terminationGracePeriodSeconds() {
    return (long) preStopSeconds + drainSeconds + stopSeconds + MARGIN_SECONDS;
  }

  /** {@return what Kubernetes has to know of it} */
  public TerminationTiming termination() {
    TerminationTiming termination =
        TerminationTiming.DEFAULT.withTerminationGracePeriodSeconds(
            terminationGracePeriodSeconds());
    return preStopSeconds == 0
        ? termination
        : termination.withPreStop(LifecycleHook.of(new Sleep(preStopSeconds)));
  }
}
