package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.lint.JudgedSeries;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.Map;

/**
 * A container that is to be reported on.
 *
 * @param spec what Kubernetes gets
 * @param kind its role in the pod
 * @param origins where its fields come from
 * @param findings what is wrong with it
 * @param measured what was measured of it under its own limits, beside its numbers
 * @param checks the names of the checks that its application asks for a probe, where that is known
 */
public record SubjectContainer(
    ContainerSpec spec,
    ContainerKind kind,
    FieldOrigins origins,
    List<ReportedFinding> findings,
    List<JudgedSeries> measured,
    Map<ProbeKind, List<String>> checks) {

  /** Copies the collections, so that the value stays what it was. */
  public SubjectContainer {
    findings = List.copyOf(findings);
    measured = List.copyOf(measured);
    checks = Map.copyOf(checks);
  }
}
