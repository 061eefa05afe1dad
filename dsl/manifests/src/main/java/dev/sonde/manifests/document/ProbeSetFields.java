package dev.sonde.manifests.document;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.decode.ProbeReader;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import dev.sonde.rules.RuleCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in a probe-set document, and whether Kubernetes would take it. */
final class ProbeSetFields {

  private static final int HIGHEST_PORT = 65_535;

  private ProbeSetFields() {}

  static ProbeSet read(JsonReader document) {
    WorkloadRef workload =
        document
            .object("workload")
            .map(object -> new WorkloadRef(object.text("kind"), object.text("name")))
            .orElse(WorkloadRef.ANY);
    ProbeSet probes = ProbeSet.forContainer(new ContainerRef(document.text("container"), workload));
    for (ContainerPort port : document.list("ports", PodReader::port)) {
      probes = probes.with(port);
    }
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<JsonReader> probe = document.object(kind.fieldName());
      if (probe.isPresent()) {
        probes = probes.with(kind, ProbeReader.probe(probe.get()));
      }
    }
    return probes;
  }

  static List<Finding> judge(ProbeSet probes) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < probes.ports().size(); i++) {
      int number = probes.ports().get(i).containerPort();
      if (number < 1 || number > HIGHEST_PORT) {
        findings.add(portOutOfRange(number, FieldPath.of("ports").index(i)));
      }
    }
    findings.addAll(ProbeRules.validate(probes).all());
    return findings;
  }

  private static Finding portOutOfRange(int number, FieldPath path) {
    return RuleCatalogue.find("port-range")
        .orElseThrow()
        .finding(
            path,
            "containerPort " + number + " of a port is outside 1.." + HIGHEST_PORT + ".",
            "Write the number that the container listens on.");
  }
}
