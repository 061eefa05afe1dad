package dev.sonde.kubelet.internal.report.model;

import dev.sonde.rules.InputRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is reported.
 *
 * @param workloads the workloads, in the order of the sources
 * @param findings what is wrong outside of all workloads, such as files that cannot be read
 * @param scenarios the user's own scenarios
 */
public record ProbesReport(
    List<ReportedWorkload> workloads, List<ReportedFinding> findings, List<Timeline> scenarios) {

  /** Copies the lists, so that the value stays what it was. */
  public ProbesReport {
    workloads = List.copyOf(workloads);
    findings = List.copyOf(findings);
    scenarios = List.copyOf(scenarios);
  }

  /** {@return every finding: those of no workload first} */
  public Stream<ReportedFinding> allFindings() {
    return Stream.concat(
        findings.stream(), workloads.stream().flatMap(ReportedWorkload::allFindings));
  }

  /** Tells whether each file could be read; if not, something is missing here. */
  public boolean isComplete() {
    List<String> unread = InputRules.UNREAD.stream().map(Rule::id).toList();
    return findings.stream().map(ReportedFinding::ruleId).noneMatch(unread::contains);
  }

  /**
   * {@return how many findings have that severity}
   *
   * @param severity the severity
   */
  public long count(Severity severity) {
    return allFindings().filter(finding -> finding.severity() == severity).count();
  }

  /** Tells whether anything measured is reported. */
  public boolean hasMeasurements() {
    return workloads.stream()
        .flatMap(workload -> workload.containers().stream())
        .anyMatch(container -> !container.measured().isEmpty());
  }

  /** {@return how many containers are reported on} */
  public int containers() {
    return workloads.stream().mapToInt(workload -> workload.containers().size()).sum();
  }
}
