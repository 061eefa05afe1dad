package dev.sonde.processor.read;

import dev.sonde.model.WorkloadRef;
import dev.sonde.processor.report.Place;
import java.util.List;
import java.util.Optional;

/** Reads {@code @Container}. */
final class ContainerReader {

  private ContainerReader() {}

  static DeclaredContainer read(Written container, TypeRef type) throws Unresolved {
    return new DeclaredContainer(
        container.place(),
        type,
        container.text("name"),
        workload(container),
        container.number("port"),
        container.text("portName"),
        container.classes("include"));
  }

  /** {@return what can be said of a {@code @Container} that cannot be read} */
  static DeclaredContainer outline(Place place, TypeRef type) {
    return new DeclaredContainer(
        place,
        type,
        Optional.empty(),
        WorkloadRef.ANY,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static WorkloadRef workload(Written container) throws Unresolved {
    Optional<Written> workload = container.annotation("workload");
    return workload.isEmpty()
        ? WorkloadRef.ANY
        : new WorkloadRef(workload.get().plainText("kind"), workload.get().plainText("name"));
  }
}
