package dev.sonde.processor.read;

import dev.sonde.model.WorkloadRef;
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

  private static WorkloadRef workload(Written container) throws Unresolved {
    Optional<Written> workload = container.annotation("workload");
    return workload.isEmpty()
        ? WorkloadRef.ANY
        : new WorkloadRef(workload.get().plainText("kind"), workload.get().plainText("name"));
  }
}
