package dev.sonde.lint;

import java.util.Map;
import java.util.Optional;

/**
 * What is known about a pod beyond its own text.
 *
 * @param workloadKind the kind of the object that holds the pod, such as {@code Deployment}; unset
 *     if that is not known
 * @param service whether a Service selects the pod
 * @param applications what is known about the applications, by container name
 */
public record PodContext(
    Optional<String> workloadKind,
    ServiceSelection service,
    Map<String, ApplicationFacts> applications) {

  /** Nothing is known. */
  public static final PodContext UNKNOWN =
      new PodContext(Optional.empty(), ServiceSelection.UNKNOWN, Map.of());

  /** Copies the map, so that the value stays what it was. */
  public PodContext {
    applications = Map.copyOf(applications);
  }

  /**
   * {@return the surroundings of a pod in an object of that kind, of which nothing else is known}
   *
   * @param workloadKind such as {@code Deployment}
   */
  public static PodContext of(String workloadKind) {
    return new PodContext(Optional.of(workloadKind), ServiceSelection.UNKNOWN, Map.of());
  }

  /**
   * {@return these surroundings with another answer to whether a Service selects the pod}
   *
   * @param service the answer
   */
  public PodContext with(ServiceSelection service) {
    return new PodContext(workloadKind, service, applications);
  }

  /**
   * {@return these surroundings with what is known about applications}
   *
   * @param applications facts by container name
   */
  public PodContext withApplications(Map<String, ApplicationFacts> applications) {
    return new PodContext(workloadKind, service, applications);
  }

  /** Tells whether the pod belongs to a Job, and so runs to an end. */
  boolean isJob() {
    return workloadKind.filter(kind -> kind.equals("Job") || kind.equals("CronJob")).isPresent();
  }

  ApplicationFacts application(Optional<String> container) {
    return container
        .map(name -> applications.getOrDefault(name, ApplicationFacts.UNKNOWN))
        .orElse(ApplicationFacts.UNKNOWN);
  }
}
