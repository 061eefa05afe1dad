package dev.sonde.lint;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known about a pod beyond its own text.
 *
 * @param workloadKind the kind of the object that holds the pod, such as {@code Deployment}; unset
 *     if that is not known
 * @param service whether a Service selects the pod
 * @param progressDeadlineSeconds how long a rollout may stand still before it has failed,
 *     Kubernetes' default included; unset where there is no such limit
 * @param containers what is known about the containers, by name
 */
public record PodContext(
    Optional<String> workloadKind,
    ServiceSelection service,
    OptionalLong progressDeadlineSeconds,
    Map<String, ContainerContext> containers) {

  /** Copies the map, so that the value stays what it was. */
  public PodContext {
    containers = Map.copyOf(containers);
  }

  /**
   * {@return the surroundings of a pod in an object of that kind, of which nothing else is known}
   *
   * @param workloadKind such as {@code Deployment}
   */
  public static PodContext of(String workloadKind) {
    return new PodContext(
        Optional.of(workloadKind), ServiceSelection.UNKNOWN, OptionalLong.empty(), Map.of());
  }

  /**
   * {@return these surroundings with another answer to whether a Service selects the pod}
   *
   * @param service the answer
   */
  public PodContext with(ServiceSelection service) {
    return new PodContext(workloadKind, service, progressDeadlineSeconds, containers);
  }

  /**
   * {@return these surroundings with a limit to how long a rollout may stand still}
   *
   * @param seconds the limit
   */
  public PodContext withProgressDeadlineSeconds(OptionalLong seconds) {
    return new PodContext(workloadKind, service, seconds, containers);
  }

  /**
   * {@return these surroundings with what is known about containers}
   *
   * @param containers by name
   */
  public PodContext withContainers(Map<String, ContainerContext> containers) {
    return new PodContext(workloadKind, service, progressDeadlineSeconds, containers);
  }

  /** Tells whether the pod belongs to a Job, and so runs to an end. */
  boolean isJob() {
    return workloadKind.filter(kind -> kind.equals("Job") || kind.equals("CronJob")).isPresent();
  }

  ContainerContext container(Optional<String> name) {
    return name.map(known -> containers.getOrDefault(known, ContainerContext.UNKNOWN))
        .orElse(ContainerContext.UNKNOWN);
  }
}
