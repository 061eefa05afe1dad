package dev.sonde.kubelet.sim;

import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Pods, what the applications in them do, and for how long to watch. Every {@code with} method
 * returns a changed copy.
 *
 * @param name what to call it
 * @param duration how much virtual time to simulate
 * @param seed where chance begins: the same seed gives the same trace
 * @param kubelet the kubelets that run the pods
 * @param template the pods
 * @param fleet how many of them
 * @param removal the deletion or eviction of all pods
 */
public record Scenario(
    String name,
    Duration duration,
    long seed,
    KubeletSettings kubelet,
    PodTemplate template,
    PodFleet fleet,
    Optional<PodRemoval> removal) {

  /** How long a scenario is watched that does not say so. */
  public static final Duration DEFAULT_DURATION = Duration.ofMinutes(10);

  /** The longest that a scenario can be watched. */
  public static final Duration MAX_DURATION = Duration.ofDays(366);

  /**
   * Checks the duration.
   *
   * @throws IllegalArgumentException if it is not above 0, or above {@link #MAX_DURATION}
   */
  public Scenario {
    if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException(
          "duration " + duration.toSeconds() + "s is not above 0 and at most 366 days.");
    }
  }

  /**
   * {@return a scenario of one pod in which all is well}
   *
   * @param pod what Kubernetes gets
   */
  public static Scenario of(PodSpec pod) {
    return new Scenario(
        "scenario",
        DEFAULT_DURATION,
        1,
        KubeletSettings.DEFAULT,
        new PodTemplate(pod, Map.of()),
        PodFleet.ONE,
        Optional.empty());
  }

  /**
   * {@return a scenario of one container}
   *
   * @param probes the container's probes
   * @param application what it does
   */
  public static Scenario of(ProbeSet probes, SimulatedApplication application) {
    PodSpec pod = PodSpec.of(probes);
    return of(pod).with(PodTemplate.nameOf(pod.containers().get(0)), application);
  }

  /**
   * {@return this scenario with another application}
   *
   * @param container the container's name
   * @param application what it does
   */
  public Scenario with(String container, SimulatedApplication application) {
    PodTemplate changed = template.with(container, application);
    return new Scenario(name, duration, seed, kubelet, changed, fleet, removal);
  }

  /**
   * {@return this scenario by another name}
   *
   * @param other what to call it
   */
  public Scenario named(String other) {
    return new Scenario(other, duration, seed, kubelet, template, fleet, removal);
  }

  /**
   * {@return this scenario watched for another time}
   *
   * @param time of virtual time
   */
  public Scenario lasting(Duration time) {
    return new Scenario(name, time, seed, kubelet, template, fleet, removal);
  }

  /**
   * {@return this scenario with another beginning of chance}
   *
   * @param otherSeed any number
   */
  public Scenario withSeed(long otherSeed) {
    return new Scenario(name, duration, otherSeed, kubelet, template, fleet, removal);
  }

  /**
   * {@return this scenario on other kubelets}
   *
   * @param other the kubelets
   */
  public Scenario on(KubeletSettings other) {
    return new Scenario(name, duration, seed, other, template, fleet, removal);
  }

  /**
   * {@return this scenario with another pod}
   *
   * @param other what Kubernetes gets
   */
  public Scenario withPod(PodSpec other) {
    PodTemplate changed = new PodTemplate(other, template.applications(), template.gates());
    return new Scenario(name, duration, seed, kubelet, changed, fleet, removal);
  }

  /**
   * {@return this scenario with another number of pods}
   *
   * @param other how many, and their rolling update
   */
  public Scenario with(PodFleet other) {
    return new Scenario(name, duration, seed, kubelet, template, other, removal);
  }

  /**
   * {@return this scenario with an end of its pods}
   *
   * @param end the deletion or eviction
   */
  public Scenario endedBy(PodRemoval end) {
    return new Scenario(name, duration, seed, kubelet, template, fleet, Optional.of(end));
  }

  /** {@return what Kubernetes gets} */
  public PodSpec pod() {
    return template.spec();
  }
}
