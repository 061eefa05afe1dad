package dev.sonde.kubelet.sim;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pod, what the applications in it do, and for how long to watch. Every {@code with} method
 * returns a changed copy.
 *
 * @param name what to call it
 * @param duration how much virtual time to simulate
 * @param seed where chance begins: the same seed gives the same trace
 * @param kubelet the kubelet that runs the pod
 * @param pod what Kubernetes is told
 * @param applications what the containers do, by the containers' names; one that is not named is
 *     {@link Application#WELL}
 * @param removal the pod's deletion or eviction
 */
public record Scenario(
    String name,
    Duration duration,
    long seed,
    KubeletSettings kubelet,
    PodSpec pod,
    Map<String, Application> applications,
    Optional<Removal> removal) {

  /** How long a scenario is watched that does not say so. */
  public static final Duration DEFAULT_DURATION = Duration.ofMinutes(10);

  /** Copies the applications, so that the value stays what it was. */
  public Scenario {
    applications = Map.copyOf(new TreeMap<>(applications));
  }

  /**
   * {@return a scenario of one pod in which all is well}
   *
   * @param pod what Kubernetes is told
   */
  public static Scenario of(PodSpec pod) {
    return new Scenario(
        "scenario", DEFAULT_DURATION, 1, KubeletSettings.DEFAULT, pod, Map.of(), Optional.empty());
  }

  /**
   * {@return a scenario of one container}
   *
   * @param probes the container's probes
   * @param application what it does
   */
  public static Scenario of(ProbeSet probes, Application application) {
    ContainerSpec container = ContainerSpec.of(probes);
    String name = nameOf(container);
    return of(PodSpec.of(container)).with(name, application);
  }

  /**
   * {@return the name that scenarios and traces give a container}
   *
   * @param container the container
   */
  static String nameOf(ContainerSpec container) {
    return container.name().orElse(dev.sonde.kubelet.pod.Pod.UNNAMED);
  }

  /**
   * {@return this scenario with another application}
   *
   * @param container the container's name
   * @param application what it does
   */
  public Scenario with(String container, Application application) {
    Map<String, Application> more = new TreeMap<>(applications);
    more.put(container, application);
    return new Scenario(name, duration, seed, kubelet, pod, more, removal);
  }

  /**
   * {@return this scenario watched for another time}
   *
   * @param time of virtual time
   */
  public Scenario lasting(Duration time) {
    return new Scenario(name, time, seed, kubelet, pod, applications, removal);
  }

  /**
   * {@return this scenario on another kubelet}
   *
   * @param other the kubelet
   */
  public Scenario on(KubeletSettings other) {
    return new Scenario(name, duration, seed, other, pod, applications, removal);
  }

  /**
   * {@return this scenario with another pod}
   *
   * @param other what Kubernetes is told
   */
  public Scenario withPod(PodSpec other) {
    return new Scenario(name, duration, seed, kubelet, other, applications, removal);
  }

  /**
   * {@return this scenario with an end of the pod}
   *
   * @param end the deletion or eviction
   */
  public Scenario endedBy(Removal end) {
    return new Scenario(name, duration, seed, kubelet, pod, applications, Optional.of(end));
  }

  /**
   * {@return what a container does}
   *
   * @param container the container's name
   */
  public Application application(String container) {
    return applications.getOrDefault(container, Application.WELL);
  }
}
