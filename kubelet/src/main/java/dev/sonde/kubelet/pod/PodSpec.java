package dev.sonde.kubelet.pod;

import java.util.List;

/**
 * What the kubelet is told to run.
 *
 * @param containers the containers, in the manifest's order
 * @param restartPolicy what happens to containers that ended
 * @param terminationGracePeriodSeconds how long a container has to stop; 0 or more
 */
public record PodSpec(
    List<ContainerSpec> containers,
    RestartPolicy restartPolicy,
    long terminationGracePeriodSeconds) {

  /** Kubernetes' own {@code terminationGracePeriodSeconds}. */
  public static final long DEFAULT_GRACE_SECONDS = 30;

  /** Copies the containers, so that the value stays what it was. */
  public PodSpec {
    containers = List.copyOf(containers);
  }

  /**
   * {@return a pod of one container with Kubernetes' defaults}
   *
   * @param container the container
   */
  public static PodSpec of(ContainerSpec container) {
    return new PodSpec(List.of(container), RestartPolicy.ALWAYS, DEFAULT_GRACE_SECONDS);
  }
}
