package dev.sonde.processor.read;

import dev.sonde.model.RestartRule;
import dev.sonde.model.WorkloadRef;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.ArrayList;
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
 * @param stopSignal the signal that stops the container
 * @param restartPolicy the container's own restart policy
 * @param restartRules for which exit codes it is restarted all the same
 * @param endpoints whether endpoints are generated
 * @param include the full names of classes that are only included
 * @param several the full names of those that may have several objects
 * @param optional the full names of those that may have none
 */
public record DeclaredContainer(
    SourcePlace place,
    TypeRef type,
    Optional<PlacedValue<String>> name,
    WorkloadRef workload,
    Optional<PlacedValue<Integer>> port,
    Optional<PlacedValue<String>> portName,
    boolean tls,
    Optional<DeclaredShutdown> shutdown,
    Optional<PlacedValue<String>> stopSignal,
    Optional<PlacedValue<String>> restartPolicy,
    List<PlacedValue<RestartRule>> restartRules,
    boolean endpoints,
    List<PlacedValue<String>> include,
    List<PlacedValue<String>> several,
    List<PlacedValue<String>> optional) {

  /** Copies the lists, so that the value stays what it was. */
  public DeclaredContainer {
    restartRules = List.copyOf(restartRules);
    include = List.copyOf(include);
    several = List.copyOf(several);
    optional = List.copyOf(optional);
  }

  /** {@return all included classes} */
  public List<PlacedValue<String>> includes() {
    List<PlacedValue<String>> all = new ArrayList<>(include);
    all.addAll(several);
    all.addAll(optional);
    return all;
  }

  /**
   * Tells whether it includes a class.
   *
   * @param type the class
   */
  public boolean includes(TypeRef type) {
    for (PlacedValue<String> include : includes()) {
      if (include.value().equals(type.qualifiedName())) {
        return true;
      }
    }
    return false;
  }
}
