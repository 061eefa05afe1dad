package dev.sonde.model;

import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What concerns probes in a pod, or in the pod template of a workload, as it was written.
 *
 * @param containers the main containers
 * @param initContainers the init containers, sidecars among them
 * @param ephemeralContainers the ephemeral containers
 * @param restartPolicy the pod's policy; unset means {@value #DEFAULT_RESTART_POLICY}
 * @param terminationGracePeriodSeconds seconds a container has to stop; unset means {@value
 *     #DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS}
 * @param os the operating system that it says it needs, {@code linux} or {@code windows}
 */
public record PodSpec(
    List<ContainerSpec> containers,
    List<ContainerSpec> initContainers,
    List<ContainerSpec> ephemeralContainers,
    Optional<String> restartPolicy,
    OptionalLong terminationGracePeriodSeconds,
    Optional<String> os) {

  /** Kubernetes' own grace period, in seconds. */
  public static final long DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS = 30;

  /** Kubernetes' own restart policy of a pod. */
  public static final String DEFAULT_RESTART_POLICY = "Always";

  /** Copies the lists, so that the value stays what it was. */
  public PodSpec {
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
    ephemeralContainers = List.copyOf(ephemeralContainers);
  }

  /**
   * {@return a pod of main containers that leaves all else to Kubernetes}
   *
   * @param containers the main containers
   */
  public static PodSpec of(ContainerSpec... containers) {
    return new PodSpec(
        List.of(containers),
        List.of(),
        List.of(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /**
   * {@return a pod of one container, with the grace period that its probes come with}
   *
   * @param probes the container's probes
   */
  public static PodSpec of(ProbeSet probes) {
    return new PodSpec(
        List.of(ContainerSpec.of(probes)),
        List.of(),
        List.of(),
        Optional.empty(),
        probes.termination().terminationGracePeriodSeconds(),
        Optional.empty());
  }

  /**
   * {@return this pod with these init containers in place of its own}
   *
   * @param initContainers init containers and sidecars, in order
   */
  public PodSpec withInitContainers(ContainerSpec... initContainers) {
    return new PodSpec(
        containers,
        List.of(initContainers),
        ephemeralContainers,
        restartPolicy,
        terminationGracePeriodSeconds,
        os);
  }

  /**
   * {@return this pod with these ephemeral containers in place of its own}
   *
   * @param ephemeralContainers the ephemeral containers
   */
  public PodSpec withEphemeralContainers(ContainerSpec... ephemeralContainers) {
    return new PodSpec(
        containers,
        initContainers,
        List.of(ephemeralContainers),
        restartPolicy,
        terminationGracePeriodSeconds,
        os);
  }

  /**
   * {@return this pod with another restart policy}
   *
   * @param restartPolicy {@code Always}, {@code OnFailure} or {@code Never}
   */
  public PodSpec withRestartPolicy(String restartPolicy) {
    return new PodSpec(
        containers,
        initContainers,
        ephemeralContainers,
        Optional.of(restartPolicy),
        terminationGracePeriodSeconds,
        os);
  }

  /**
   * {@return this pod with another grace period}
   *
   * @param seconds legal from 0
   */
  public PodSpec withTerminationGracePeriodSeconds(long seconds) {
    return new PodSpec(
        containers,
        initContainers,
        ephemeralContainers,
        restartPolicy,
        OptionalLong.of(seconds),
        os);
  }

  /**
   * {@return this pod for an operating system}
   *
   * @param name {@code linux} or {@code windows}
   */
  public PodSpec withOs(String name) {
    return new PodSpec(
        containers,
        initContainers,
        ephemeralContainers,
        restartPolicy,
        terminationGracePeriodSeconds,
        Optional.of(name));
  }

  /**
   * {@return this pod as the API server keeps it where it is no template: it makes 1 second of a
   * grace period below 0}
   */
  public PodSpec outsideATemplate() {
    return effectiveTerminationGracePeriodSeconds() < 0
        ? withTerminationGracePeriodSeconds(1)
        : this;
  }

  /**
   * {@return this pod as the API server of a release keeps it: without what it drops}
   *
   * @param release such as 1.34, which drops policies of containers that only newer ones follow
   */
  public PodSpec keptIn(KubernetesVersion release) {
    return new PodSpec(
        kept(containers, ContainerKind.MAIN, release),
        kept(initContainers, ContainerKind.INIT, release),
        kept(ephemeralContainers, ContainerKind.EPHEMERAL, release),
        restartPolicy,
        terminationGracePeriodSeconds,
        os);
  }

  private static List<ContainerSpec> kept(
      List<ContainerSpec> containers, ContainerKind kind, KubernetesVersion release) {
    return containers.stream().map(container -> container.keptIn(kind, release)).toList();
  }

  /** {@return the grace period that Kubernetes works with, in seconds} */
  public long effectiveTerminationGracePeriodSeconds() {
    return terminationGracePeriodSeconds.orElse(DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS);
  }

  /** {@return the restart policy that Kubernetes works with} */
  public String effectiveRestartPolicy() {
    return restartPolicy.orElse(DEFAULT_RESTART_POLICY);
  }
}
