package dev.sonde.dsl;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeBudget;
import dev.sonde.yaml.Yaml;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What every probe has, whatever its kind. Each method returns a new value; a later call replaces
 * what an earlier one set.
 *
 * @param <S> the type that the methods return
 */
public abstract sealed class ProbeStage<S extends ProbeStage<S>>
    permits AnyProbe, RestartingProbe, StartupProbe, ReadinessProbe {

  private final WrittenProbe draft;

  ProbeStage(WrittenProbe draft) {
    this.draft = draft;
  }

  /** The same stage with another draft. */
  abstract S next(WrittenProbe draft);

  final WrittenProbe draft() {
    return draft;
  }

  final S set(UnaryOperator<Probe.Builder> change) {
    return next(draft.with(change));
  }

  /**
   * Sets {@code initialDelaySeconds}: how long after the container's start the first try may be.
   *
   * @param seconds at least 0; Kubernetes' default is 0
   * @return this stage with the new value
   */
  public final S initialDelaySeconds(int seconds) {
    return set(probe -> probe.initialDelaySeconds(seconds));
  }

  /**
   * Sets {@code initialDelaySeconds} by a duration.
   *
   * @param delay at least 0, whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code delay} is negative, has a fraction of a second or is
   *     longer than Kubernetes can hold
   */
  public final S initialDelay(Duration delay) {
    return initialDelaySeconds(SetterChecks.wholeSeconds("initialDelay", delay, 0));
  }

  /**
   * Sets {@code timeoutSeconds}: how long one try may take before it counts as failed.
   *
   * @param seconds at least 1; Kubernetes' default, also for 0, is 1
   * @return this stage with the new value
   */
  public final S timeoutSeconds(int seconds) {
    return set(probe -> probe.timeoutSeconds(seconds));
  }

  /**
   * Sets {@code timeoutSeconds} by a duration.
   *
   * @param timeout at least 1 s, whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code timeout} is under 1 s, has a fraction of a second or
   *     is longer than Kubernetes can hold
   */
  public final S timeout(Duration timeout) {
    return timeoutSeconds(SetterChecks.wholeSeconds("timeout", timeout, 1));
  }

  /**
   * Sets {@code periodSeconds}: the time from one try to the next.
   *
   * @param seconds at least 1; Kubernetes' default, also for 0, is 10
   * @return this stage with the new value
   */
  public final S periodSeconds(int seconds) {
    return set(probe -> probe.periodSeconds(seconds));
  }

  /**
   * Sets {@code periodSeconds} by a duration.
   *
   * @param period at least 1 s, whole seconds
   * @return this stage with the new value
   * @throws IllegalArgumentException if {@code period} is under 1 s, has a fraction of a second or
   *     is longer than Kubernetes can hold
   */
  public final S every(Duration period) {
    return periodSeconds(SetterChecks.wholeSeconds("every", period, 1));
  }

  /** {@return what the numbers written so far mean in time} */
  public final ProbeBudget budget() {
    return ProbeBudget.of(draft.finished());
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof ProbeStage<?> stage
        && stage.getClass() == getClass()
        && stage.draft.equals(draft);
  }

  @Override
  public final int hashCode() {
    return draft.hashCode();
  }

  /** {@return the probe in YAML, as written so far} */
  @Override
  public final String toString() {
    return Yaml.write(draft.finished().toFields());
  }
}
