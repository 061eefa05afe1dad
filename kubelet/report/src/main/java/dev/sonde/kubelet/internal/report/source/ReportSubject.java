package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.standard.UpdatePlan;
import dev.sonde.model.PodSpec;
import java.util.List;
import java.util.Optional;

/**
 * A workload that is to be reported on.
 *
 * @param id a name by which another report knows it again
 * @param title its name for people
 * @param source the file that it was read from
 * @param pod its pods
 * @param containers those of its containers that are reported on
 * @param update its rolling update; unset where it knows none
 * @param findings what is wrong with it as a whole
 * @param playable whether Kubernetes would accept its pods
 */
public record ReportSubject(
    String id,
    String title,
    String source,
    PodSpec pod,
    List<SubjectContainer> containers,
    Optional<UpdatePlan> update,
    List<ReportedFinding> findings,
    boolean playable) {

  /** Copies the lists, so that the value stays what it was. */
  public ReportSubject {
    containers = List.copyOf(containers);
    findings = List.copyOf(findings);
  }

  ReportSubject withId(String other) {
    return new ReportSubject(other, title, source, pod, containers, update, findings, playable);
  }
}
