package dev.sonde.model;

import java.util.Optional;

/**
 * Names the Kubernetes workload that runs a container.
 *
 * @param kind such as {@code Deployment}; unset means any kind
 * @param name the workload's {@code metadata.name}; unset means any name
 * @param namespace the workload's {@code metadata.namespace}; unset means any namespace
 */
public record WorkloadRef(
    Optional<String> kind, Optional<String> name, Optional<String> namespace) {

  /** Any workload. */
  public static final WorkloadRef ANY = new WorkloadRef(Optional.empty(), Optional.empty());

  /**
   * A workload in any namespace.
   *
   * @param kind see {@link #kind()}
   * @param name see {@link #name()}
   */
  public WorkloadRef(Optional<String> kind, Optional<String> name) {
    this(kind, name, Optional.empty());
  }

  /**
   * {@return the same workload in a namespace, where it does not name one itself}
   *
   * @param other the namespace, if one is given
   */
  public WorkloadRef orIn(Optional<String> other) {
    return new WorkloadRef(kind, name, namespace.or(() -> other));
  }
}
