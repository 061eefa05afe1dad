package dev.sonde.kubelet.internal.report.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One workload: the containers of its pods.
 *
 * @param id a name by which another report knows it again, such as {@code Deployment/shop/orders}
 * @param title its name for people, such as {@code Deployment orders}
 * @param source the file that it was read from
 * @param containers its containers that have probes or findings, and its main ones
 * @param findings what is wrong with it as a whole
 * @param timelines what happens to several of its pods together
 * @param playable whether Kubernetes would accept its pods
 */
public record ReportedWorkload(
    String id,
    String title,
    String source,
    List<ReportedContainer> containers,
    List<ReportedFinding> findings,
    List<Timeline> timelines,
    boolean playable) {

  /** Copies the lists, so that the value stays what it was. */
  public ReportedWorkload {
    containers = List.copyOf(containers);
    findings = List.copyOf(findings);
    timelines = List.copyOf(timelines);
  }

  /** {@return its own findings, then its containers'} */
  public Stream<ReportedFinding> allFindings() {
    return Stream.concat(
        findings.stream(), containers.stream().flatMap(each -> each.findings().stream()));
  }
}
