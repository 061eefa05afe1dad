package dev.sonde.dsl;

import dev.sonde.model.LivenessSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.StartupSpec;
import java.time.Duration;

/** A probe whose failure restarts the container: a startup or a liveness probe. */
public final class RestartingProbe extends ProbeStage<RestartingProbe>
    implements StartupSpec, LivenessSpec {

  RestartingProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  RestartingProbe next(WrittenProbe draft) {
    return new RestartingProbe(draft);
  }

  /**
   * Sets {@code failureThreshold}: how many tries in a row must fail before the probe has failed.
   *
   * @param count at least 1; Kubernetes' default, also for 0, is 3
   * @return this stage with the new value
   */
  public RestartingProbe failureThreshold(int count) {
    return set(probe -> probe.failureThreshold(count));
  }

  /**
   * Sets {@code failureThreshold}: how many tries in a row must fail before the container is
   * restarted.
   *
   * @param count at least 1
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code count} is under 1
   */
  public RestartingProbe failuresBeforeRestart(int count) {
    return failureThreshold(SetterChecks.count("failuresBeforeRestart", count));
  }

  /**
   * Sets {@code terminationGracePeriodSeconds}: how long the container has to stop after this probe
   * failed, instead of the pod's own period.
   *
   * @param seconds at least 1
   * @return this stage with the new value
   */
  public RestartingProbe terminationGracePeriodSeconds(long seconds) {
    return set(probe -> probe.terminationGracePeriodSeconds(seconds));
  }

  /**
   * Sets {@code terminationGracePeriodSeconds} by a duration.
   *
   * @param period at least 1 s, whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code period} is under 1 s or has a fraction of a second
   */
  public RestartingProbe gracePeriod(Duration period) {
    return terminationGracePeriodSeconds(SetterChecks.wholeLongSeconds("gracePeriod", period, 1));
  }

  /**
   * Sets {@code failureThreshold} as {@link AnyProbe#startsWithin} does.
   *
   * @param wanted the longest that the application takes to start; positive
   * @return a startup probe
   * @throws IllegalArgumentException if {@code wanted} is not positive
   * @throws IllegalStateException if {@code failureThreshold} is set already
   */
  public StartupProbe startsWithin(Duration wanted) {
    return new StartupProbe(draft().withStart(wanted));
  }

  @Override
  public Probe startupProbe() {
    return draft().as(ProbeKind.STARTUP);
  }

  @Override
  public Probe livenessProbe() {
    return draft().as(ProbeKind.LIVENESS);
  }
}
