package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How Kubernetes ends a container: the hook that runs first, the signal, and the time for all of
 * it.
 *
 * @param preStop runs before the container gets the signal, inside the grace period
 * @param stopSignal such as {@code SIGINT}; unset means the image's own, else {@code SIGTERM}
 * @param terminationGracePeriodSeconds seconds from the pod's deletion until what still runs is
 *     killed; a field of the pod, which all its containers share
 */
public record TerminationTiming(
    Optional<LifecycleHook> preStop,
    Optional<String> stopSignal,
    OptionalLong terminationGracePeriodSeconds) {

  /** All is left to Kubernetes. */
  public static final TerminationTiming DEFAULT =
      new TerminationTiming(Optional.empty(), Optional.empty(), OptionalLong.empty());

  /**
   * {@return this with another hook}
   *
   * @param hook what it should be
   */
  public TerminationTiming withPreStop(LifecycleHook hook) {
    return new TerminationTiming(Optional.of(hook), stopSignal, terminationGracePeriodSeconds);
  }

  /**
   * {@return this with another signal}
   *
   * @param signal such as {@code SIGINT}
   */
  public TerminationTiming withStopSignal(String signal) {
    return new TerminationTiming(preStop, Optional.of(signal), terminationGracePeriodSeconds);
  }

  /**
   * {@return this with another grace period}
   *
   * @param seconds legal from 1
   */
  public TerminationTiming withTerminationGracePeriodSeconds(long seconds) {
    return new TerminationTiming(preStop, stopSignal, OptionalLong.of(seconds));
  }

  /** {@return the grace period that Kubernetes works with, in seconds} */
  public long effectiveTerminationGracePeriodSeconds() {
    return terminationGracePeriodSeconds.orElse(PodSpec.DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS);
  }

  /**
   * {@return the grace period that a pod with this container should have, in seconds; unset where
   * the container has no demand} In a pod of its own it decides. Beside other containers, which
   * share the period and may need more, a longer one stays.
   *
   * @param present what the pod has
   * @param alone whether the pod has no other container
   */
  public OptionalLong gracePeriodIn(OptionalLong present, boolean alone) {
    if (terminationGracePeriodSeconds.isEmpty() || alone || present.isEmpty()) {
      return terminationGracePeriodSeconds;
    }
    long longer = Math.max(present.getAsLong(), terminationGracePeriodSeconds.getAsLong());
    return OptionalLong.of(longer);
  }

  /** {@return what of it is in the container's {@code lifecycle}, if anything does} */
  public Optional<Lifecycle> lifecycle() {
    return preStop.isEmpty() && stopSignal.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lifecycle(Optional.empty(), preStop, stopSignal));
  }

  /** {@return what belongs in the container: {@code lifecycle}, or nothing} */
  YamlMap containerFields() {
    YamlMap.Builder fields = YamlMap.builder();
    lifecycle().ifPresent(lifecycle -> fields.put("lifecycle", lifecycle.toFields()));
    return fields.build();
  }
}
