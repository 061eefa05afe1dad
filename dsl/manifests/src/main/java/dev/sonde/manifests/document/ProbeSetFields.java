package dev.sonde.manifests.document;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.TerminationTiming;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.ApiRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in a probe-set document, and whether Kubernetes would take it. */
final class ProbeSetFields {

  private static final String GRACE_PERIOD = "terminationGracePeriodSeconds";

  private ProbeSetFields() {}

  static ProbeSet read(JsonReader document) {
    WorkloadRef workload =
        document
            .object("workload")
            .map(
                object ->
                    new WorkloadRef(
                        object.text("kind"), object.text("name"), object.text("namespace")))
            .orElse(WorkloadRef.ANY);
    ProbeSet probes = ProbeSet.forContainer(new ContainerRef(document.text("container"), workload));
    for (ContainerPort port : document.list("ports", PodReader::port)) {
      probes = probes.with(port);
    }
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<JsonReader> probe = document.object(kind.fieldName());
      if (probe.isPresent()) {
        probes = probes.with(kind, Probe.read(probe.get()));
      }
    }
    return checks(
        document, probes.with(termination(document)).with(ContainerRestart.read(document)));
  }

  private static ProbeSet checks(JsonReader document, ProbeSet probes) {
    ProbeSet with = probes;
    Optional<JsonReader> checks = document.object(ProbeSetDocument.CHECKS);
    for (ProbeKind kind : ProbeKind.values()) {
      if (checks.flatMap(object -> object.collection(kind.fieldName())).isPresent()) {
        with = with.withChecks(kind, checks.get().texts(kind.fieldName()));
      }
    }
    return with;
  }

  private static TerminationTiming termination(JsonReader document) {
    Optional<Lifecycle> lifecycle = document.object("lifecycle").map(Lifecycle::read);
    return new TerminationTiming(
        lifecycle.flatMap(Lifecycle::preStop),
        lifecycle.flatMap(Lifecycle::stopSignal),
        document.int64(GRACE_PERIOD));
  }

  static List<Finding> judge(ProbeSet probes) {
    List<Finding> findings = new ArrayList<>();
    probes
        .termination()
        .terminationGracePeriodSeconds()
        .ifPresent(
            seconds -> {
              if (seconds < 1) {
                findings.add(gracePeriodTooShort(seconds));
              }
            });
    findings.addAll(ProbeRules.validate(probes).all());
    return findings;
  }

  private static Finding gracePeriodTooShort(long seconds) {
    return ApiRules.GRACE_PERIOD_POSITIVE.finding(
        FieldPath.of(GRACE_PERIOD),
        GRACE_PERIOD + " = " + seconds + " of the pod must be at least 1.",
        "Raise it, or remove it to leave the pod's as it is.");
  }
}
