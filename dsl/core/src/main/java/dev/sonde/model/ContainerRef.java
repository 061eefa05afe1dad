package dev.sonde.model;

import java.util.Optional;

/**
 * Names the container that probes belong to.
 *
 * @param name the container's name; unset means the only container of the workload
 * @param workload the workload that runs it
 */
public record ContainerRef(Optional<String> name, WorkloadRef workload) {

  /** The only container of whatever workload is at hand. */
  public static final ContainerRef ONLY = new ContainerRef(Optional.empty(), WorkloadRef.ANY);

  /**
   * {@return a reference by name to a container in any workload}
   *
   * @param name the container's name
   */
  public static ContainerRef named(String name) {
    return new ContainerRef(Optional.of(name), WorkloadRef.ANY);
  }
}
