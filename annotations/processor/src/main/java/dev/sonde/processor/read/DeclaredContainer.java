package dev.sonde.processor.read;

import dev.sonde.model.WorkloadRef;
import dev.sonde.processor.report.Place;
import java.util.List;
import java.util.Optional;

/**
 * One {@code @Container} as it is written.
 *
 * @param place the annotation
 * @param type the class that bears it
 * @param name the container's name
 * @param workload the workload
 * @param port the health port's number
 * @param portName the health port's name
 * @param tls whether the health endpoints are served with TLS
 * @param shutdown how the application stops
 * @param endpoints whether endpoints are generated
 * @param includes the full names of included classes
 */
public record DeclaredContainer(
    Place place,
    TypeRef type,
    Optional<Placed<String>> name,
    WorkloadRef workload,
    Optional<Placed<Integer>> port,
    Optional<Placed<String>> portName,
    boolean tls,
    Optional<DeclaredShutdown> shutdown,
    boolean endpoints,
    List<Placed<String>> includes) {

  /** Copies the includes, so that the value stays what it was. */
  public DeclaredContainer {
    includes = List.copyOf(includes);
  }

  /**
   * Tells whether it includes a class.
   *
   * @param type the class
   */
  public boolean includes(TypeRef type) {
    for (Placed<String> include : includes) {
      if (include.value().equals(type.qualifiedName())) {
        return true;
      }
    }
    return false;
  }
}
