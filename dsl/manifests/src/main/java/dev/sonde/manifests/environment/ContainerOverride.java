package dev.sonde.manifests.environment;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;

/**
 * What an environment says about the probes of one container.
 *
 * @param environment the environment's name
 * @param container which container; what it leaves open fits any
 * @param node the entry in the file
 */
record ContainerOverride(String environment, ContainerRef container, MappingNode node) {

  static ContainerOverride of(String environment, MappingNode node) {
    JsonReader fields = JsonReader.of(node);
    WorkloadRef workload =
        fields
            .object("workload")
            .map(
                object ->
                    new WorkloadRef(
                        object.text("kind"), object.text("name"), object.text("namespace")))
            .orElse(WorkloadRef.ANY);
    return new ContainerOverride(
        environment, new ContainerRef(fields.text("container"), workload), node);
  }

  boolean fits(ProbeSet probes) {
    ContainerRef declared = probes.container();
    WorkloadRef workload = container.workload();
    return (container.name().isEmpty() || container.name().equals(declared.name()))
        && (workload.kind().isEmpty() || workload.kind().equals(declared.workload().kind()))
        && (workload.name().isEmpty() || workload.name().equals(declared.workload().name()));
  }
}
