package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.workload.ContainerResources;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;

/**
 * A container that is to be probed.
 *
 * @param pod its pod
 * @param container the container, one of the pod's
 * @param resources what it may use, if a manifest says so
 * @param workload the workload that runs it, as far as it is named
 */
public record ProbedContainer(
    PodSpec pod, ContainerSpec container, ContainerResources resources, WorkloadRef workload) {

  /**
   * {@return the container that a set of probes describes, alone in its pod}
   *
   * @param probes the set
   */
  public static ProbedContainer of(ProbeSet probes) {
    return new ProbedContainer(
        PodSpec.of(probes),
        ContainerSpec.of(probes),
        ContainerResources.UNLIMITED,
        probes.container().workload());
  }

  /** {@return the container's probe blocks as they are in a manifest, not indented} */
  public String toYaml() {
    YamlMap.Builder fields = YamlMap.builder();
    container.probes().forEach((kind, probe) -> fields.put(kind.fieldName(), probe.toFields()));
    return Yaml.write(fields.build());
  }
}
