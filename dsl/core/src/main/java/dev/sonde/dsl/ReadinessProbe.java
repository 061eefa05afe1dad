package dev.sonde.dsl;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ReadinessSpec;

/** A probe whose failure takes the pod out of its Services, and whose success brings it back. */
public final class ReadinessProbe extends ProbeStage<ReadinessProbe> implements ReadinessSpec {

  ReadinessProbe(WrittenProbe draft) {
    super(draft);
  }

  @Override
  ReadinessProbe next(WrittenProbe draft) {
    return new ReadinessProbe(draft);
  }

  /**
   * Sets {@code failureThreshold}: how many tries in a row must fail before the probe has failed.
   *
   * @param count at least 1; Kubernetes' default, also for 0, is 3
   * @return this stage with the new value
   */
  public ReadinessProbe failureThreshold(int count) {
    return set(probe -> probe.failureThreshold(count));
  }

  /**
   * Sets {@code failureThreshold}: how many tries in a row must fail before the pod gets no
   * traffic.
   *
   * @param count at least 1
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code count} is under 1
   */
  public ReadinessProbe failuresBeforeUnready(int count) {
    return failureThreshold(SetterChecks.count("failuresBeforeUnready", count));
  }

  /**
   * Sets {@code successThreshold}: how many tries in a row must succeed before the probe has
   * succeeded.
   *
   * @param count at least 1; Kubernetes' default, also for 0, is 1
   * @return this stage with the new value
   */
  public ReadinessProbe successThreshold(int count) {
    return set(probe -> probe.successThreshold(count));
  }

  /**
   * Sets {@code successThreshold}: how many tries in a row must succeed before the pod gets
   * traffic.
   *
   * @param count at least 1
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code count} is under 1
   */
  public ReadinessProbe successesBeforeReady(int count) {
    return successThreshold(SetterChecks.count("successesBeforeReady", count));
  }

  @Override
  public Probe readinessProbe() {
    return draft().as(ProbeKind.READINESS);
  }
}
