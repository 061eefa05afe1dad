package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import java.util.List;

/**
 * A container that is to be reported on.
 *
 * @param spec what Kubernetes is told
 * @param kind its role in the pod
 * @param origins where its fields come from
 * @param findings what is wrong with it
 */
public record SubjectContainer(
    ContainerSpec spec, ContainerKind kind, FieldOrigins origins, List<ReportedFinding> findings) {

  /** Copies the findings, so that the value stays what it was. */
  public SubjectContainer {
    findings = List.copyOf(findings);
  }
}
