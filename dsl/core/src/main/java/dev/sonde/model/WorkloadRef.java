package dev.sonde.model;

import java.util.Optional;

/**
 * Names the Kubernetes workload that runs a container.
 *
 * @param kind such as {@code Deployment}; unset means any kind
 * @param name the workload's {@code metadata.name}; unset means any name
 */
public record WorkloadRef(Optional<String> kind, Optional<String> name) {

  /** Any workload. */
  public static final WorkloadRef ANY = new WorkloadRef(Optional.empty(), Optional.empty());
}
