package dev.sonde.adopt;

import dev.sonde.model.WorkloadRef;
import java.util.Optional;

/**
 * Which containers are adopted: all that have probes, where nothing is said.
 *
 * @param workload only those of this workload
 * @param container only those of this name
 */
public record ContainerSelection(WorkloadRef workload, Optional<String> container) {

  /** All containers. */
  public static final ContainerSelection ALL =
      new ContainerSelection(WorkloadRef.ANY, Optional.empty());

  /**
   * {@return the selection that somebody made with options}
   *
   * @param workload such as {@code Deployment/orders}, {@code Deployment} or {@code /orders}
   * @param container the container's name
   */
  public static ContainerSelection of(Optional<String> workload, Optional<String> container) {
    return new ContainerSelection(
        workload.map(ContainerSelection::workload).orElse(WorkloadRef.ANY), container);
  }

  private static WorkloadRef workload(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new WorkloadRef(notEmpty(text), Optional.empty())
        : new WorkloadRef(notEmpty(text.substring(0, slash)), notEmpty(text.substring(slash + 1)));
  }

  private static Optional<String> notEmpty(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  boolean takes(ManifestContainer found) {
    return fits(workload.kind(), Optional.of(found.workload().kind().kind()))
        && fits(workload.name(), found.workload().name())
        && fits(container, found.node().name());
  }

  private static boolean fits(Optional<String> wanted, Optional<String> is) {
    return wanted.isEmpty() || wanted.equals(is);
  }
}
