package dev.sonde.kubelet.internal.input;

import java.util.Optional;

/**
 * Which container of a file is meant.
 *
 * @param workload the workload, as {@code Deployment/orders} or {@code orders}; unset means the
 *     only one
 * @param container the container's name; unset means the only one
 */
public record Choice(Optional<String> workload, Optional<String> container) {

  /** The only container of the only workload. */
  public static final Choice ONLY = new Choice(Optional.empty(), Optional.empty());
}
