package dev.sonde.manifests.shapes;

import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlMap;
import java.util.List;
import java.util.OptionalLong;

/** The fields that the probes of a pod's containers put into the pod itself. */
final class PodSpecFields {

  static final String GRACE_PERIOD = "terminationGracePeriodSeconds";

  private PodSpecFields() {}

  static YamlMap of(List<ProbeSet> containers) {
    OptionalLong longest =
        containers.stream()
            .map(probes -> probes.termination().terminationGracePeriodSeconds())
            .flatMapToLong(OptionalLong::stream)
            .max();
    return YamlMap.builder().put(GRACE_PERIOD, longest).build();
  }
}
