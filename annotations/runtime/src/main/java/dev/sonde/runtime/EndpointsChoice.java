package dev.sonde.runtime;

import java.util.Optional;
import java.util.TreeMap;

/** Which endpoints an application serves, of all that a framework finds among its beans. */
public final class EndpointsChoice {

  private EndpointsChoice() {}

  /**
   * {@return the endpoints to serve; none where there are none. Those that the application has made
   * itself are those that it wants}
   *
   * @param own endpoints that the application has made itself
   * @param generated health classes
   * @param wanted the container that {@code sonde.container} names, if it is set
   * @throws IllegalStateException if there are several containers and none is named, or another is
   */
  public static Optional<HealthEndpoints> choose(
      Iterable<HealthEndpoints> own,
      Iterable<? extends ContainerHealth> generated,
      Optional<String> wanted) {
    TreeMap<String, HealthEndpoints> found = new TreeMap<>();
    for (HealthEndpoints each : own) {
      found.put(each.container(), each);
    }
    if (found.isEmpty()) {
      for (ContainerHealth each : generated) {
        found.put(each.endpoints().container(), each.endpoints());
      }
    }
    if (wanted.isEmpty() && found.size() > 1) {
      throw new IllegalStateException(
          "There are health classes of several containers: "
              + String.join(", ", found.keySet())
              + ". Set sonde.container to the one that this process is.");
    }
    if (wanted.isPresent() && !found.isEmpty() && !found.containsKey(wanted.get())) {
      throw new IllegalStateException(
          "sonde.container is \""
              + wanted.get()
              + "\", and there is no health class of that container; available: "
              + String.join(", ", found.keySet())
              + ".");
    }
    return found.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(found.get(wanted.orElse(found.firstKey())));
  }
}
