package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was read.
 *
 * @param all the workloads, in the order of the sources; no two have the same id
 * @param findings what is wrong outside of them, such as files that cannot be read
 */
public record ReportSubjects(List<ReportSubject> all, List<ReportedFinding> findings) {

  /** Gives workloads of the same id different ones. */
  public ReportSubjects {
    Map<String, Integer> seen = new HashMap<>();
    List<ReportSubject> distinct = new ArrayList<>();
    for (ReportSubject subject : all) {
      int times = seen.merge(subject.id(), 1, Integer::sum);
      distinct.add(times == 1 ? subject : subject.withId(subject.id() + "#" + times));
    }
    all = List.copyOf(distinct);
    findings = List.copyOf(findings);
  }

  /**
   * {@return these workloads and then the others}
   *
   * @param others more of them
   */
  public ReportSubjects and(ReportSubjects others) {
    List<ReportSubject> both = new ArrayList<>(all);
    both.addAll(others.all);
    List<ReportedFinding> more = new ArrayList<>(findings);
    more.addAll(others.findings);
    return new ReportSubjects(both, more);
  }
}
