package dev.sonde.dsl;

import dev.sonde.model.LivenessSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ReadinessSpec;
import dev.sonde.model.StartupSpec;
import java.time.Duration;

/**
 * A probe that may still become one of any kind. The methods that make sense for some kinds only
 * return a type that only those kinds accept.
 *
 * @param <S> the type that the methods return which leave the kind open
 */
public abstract sealed class AnyProbe<S extends AnyProbe<S>> extends ProbeStage<S>
    implements StartupSpec, LivenessSpec, ReadinessSpec
    permits HttpGetProbe, TcpSocketProbe, ExecProbe, GrpcProbe {

  AnyProbe(WrittenProbe draft) {
    super(draft);
  }

  /**
   * Sets {@code failureThreshold}: how many tries in a row must fail before the probe has failed.
   *
   * @param count at least 1; Kubernetes' default, also for 0, is 3
   * @return this stage with the new value
   */
  public final S failureThreshold(int count) {
    return set(probe -> probe.failureThreshold(count));
  }

  /**
   * Sets {@code failureThreshold} of a probe that restarts the container.
   *
   * @param count at least 1
   * @return a startup or liveness probe
   * @throws IllegalArgumentException if {@code count} is under 1
   */
  public final RestartingProbe failuresBeforeRestart(int count) {
    return new RestartingProbe(draft()).failuresBeforeRestart(count);
  }

  /**
   * Sets {@code failureThreshold} of a probe that takes the pod out of its Services.
   *
   * @param count at least 1
   * @return a readiness probe
   * @throws IllegalArgumentException if {@code count} is under 1
   */
  public final ReadinessProbe failuresBeforeUnready(int count) {
    return new ReadinessProbe(draft()).failuresBeforeUnready(count);
  }

  /**
   * Sets {@code successThreshold}, which only a readiness probe may set to other than 1.
   *
   * @param count at least 1; Kubernetes' default, also for 0, is 1
   * @return a readiness probe
   */
  public final ReadinessProbe successThreshold(int count) {
    return new ReadinessProbe(draft()).successThreshold(count);
  }

  /**
   * Sets {@code successThreshold}: how many tries in a row must succeed before the pod is ready.
   *
   * @param count at least 1
   * @return a readiness probe
   * @throws IllegalArgumentException if {@code count} is under 1
   */
  public final ReadinessProbe successesBeforeReady(int count) {
    return successThreshold(SetterChecks.count("successesBeforeReady", count));
  }

  /**
   * Sets {@code terminationGracePeriodSeconds}: how long the container has to stop after this probe
   * failed, instead of the pod's own period.
   *
   * @param seconds at least 1
   * @return a startup or liveness probe
   */
  public final RestartingProbe terminationGracePeriodSeconds(long seconds) {
    return new RestartingProbe(draft()).terminationGracePeriodSeconds(seconds);
  }

  /**
   * Sets {@code terminationGracePeriodSeconds} by a duration.
   *
   * @param period at least 1 s, whole seconds
   * @return a startup or liveness probe
   * @throws IllegalArgumentException if {@code period} is under 1 s or has a fraction of a second
   */
  public final RestartingProbe gracePeriod(Duration period) {
    return new RestartingProbe(draft()).gracePeriod(period);
  }

  /**
   * Sets {@code failureThreshold} so that an application which starts within the time is not
   * restarted, whatever the moment of the first try: initial delay + (threshold - 1) x period is at
   * least that long.
   *
   * @param wanted the longest that the application takes to start; positive
   * @return a startup probe
   * @throws IllegalArgumentException if {@code wanted} is not positive
   * @throws IllegalStateException if {@code failureThreshold} is set already
   */
  public final StartupProbe startsWithin(Duration wanted) {
    return new StartupProbe(draft().withStart(wanted));
  }

  @Override
  public final Probe startupProbe() {
    return draft().as(ProbeKind.STARTUP);
  }

  @Override
  public final Probe livenessProbe() {
    return draft().as(ProbeKind.LIVENESS);
  }

  @Override
  public final Probe readinessProbe() {
    return draft().as(ProbeKind.READINESS);
  }
}
