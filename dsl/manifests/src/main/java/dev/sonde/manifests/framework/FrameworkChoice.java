package dev.sonde.manifests.framework;

import dev.sonde.model.ContainerRef;
import dev.sonde.model.WorkloadRef;
import java.util.Optional;

/**
 * What somebody said about the framework that answers the probes.
 *
 * @param framework its name, {@code none} for none; unset, it is recognised
 * @param workload the workload that runs it, as in {@code Deployment/orders}
 * @param container the container's name; unset, the only one of the workload
 */
public record FrameworkChoice(
    Optional<String> framework, Optional<String> workload, Optional<String> container) {

  /** Nothing was said. */
  public static final FrameworkChoice RECOGNISE =
      new FrameworkChoice(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String NONE = "none";

  /**
   * @throws IllegalArgumentException if there is no such framework, or the workload has no name
   */
  public FrameworkChoice {
    framework.ifPresent(FrameworkChoice::requireFramework);
    workload.ifPresent(FrameworkChoice::requireWorkload);
  }

  /**
   * Refuses a word that is no framework.
   *
   * @param word what somebody wrote
   * @throws IllegalArgumentException if it is neither a framework's name nor {@code none}
   */
  public static void requireFramework(String word) {
    if (!word.equals(NONE)) {
      Framework.parse(word);
    }
  }

  /**
   * Refuses a workload without a name.
   *
   * @param workload what somebody wrote
   * @throws IllegalArgumentException if there is no name
   */
  public static void requireWorkload(String workload) {
    if (workload.endsWith("/") || workload.isBlank()) {
      throw new IllegalArgumentException(
          "workload " + workload + " has no name. Write it as in Deployment/orders.");
    }
  }

  /**
   * {@return this choice, with what another one says where this one says nothing}
   *
   * @param other the other one
   */
  public FrameworkChoice or(FrameworkChoice other) {
    return new FrameworkChoice(
        framework.or(() -> other.framework),
        workload.or(() -> other.workload),
        container.or(() -> other.container));
  }

  /** Tells whether no framework is to be looked for. */
  boolean none() {
    return framework.equals(Optional.of(NONE));
  }

  /** The framework that was named. */
  Optional<Framework> named() {
    return framework.map(Framework::parse);
  }

  /** The container whose probes the framework answers. */
  ContainerRef reference() {
    return new ContainerRef(
        container, workload.map(FrameworkChoice::reference).orElse(WorkloadRef.ANY));
  }

  private static WorkloadRef reference(String workload) {
    int slash = workload.indexOf('/');
    Optional<String> kind =
        slash > 0 ? Optional.of(workload.substring(0, slash)) : Optional.empty();
    return new WorkloadRef(kind, Optional.of(workload.substring(slash + 1)));
  }
}
