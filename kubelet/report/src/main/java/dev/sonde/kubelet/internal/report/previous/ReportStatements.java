package dev.sonde.kubelet.internal.report.previous;

import dev.sonde.kubelet.internal.report.model.BudgetWords;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportedAnswer;
import dev.sonde.kubelet.internal.report.model.ReportedBudget;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedField;
import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedProbe;
import dev.sonde.kubelet.internal.report.model.ReportedSeries;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.kubelet.internal.report.model.Timeline;
import java.util.ArrayList;
import java.util.List;

/** All that a report says, one by one: fields, answers, findings, and what scenarios come to. */
final class ReportStatements {

  private final List<ReportStatement> all = new ArrayList<>();
  private String workload = "";
  private String container = "";

  private ReportStatements() {}

  static List<ReportStatement> of(ProbesReport report) {
    ReportStatements statements = new ReportStatements();
    statements.findings(report.findings());
    report.workloads().forEach(statements::workload);
    statements.inside("", "");
    statements.timelines(report.scenarios());
    return statements.all;
  }

  private void inside(String someWorkload, String someContainer) {
    workload = someWorkload;
    container = someContainer;
  }

  private void workload(ReportedWorkload reported) {
    inside(reported.id(), "");
    add("", "reported");
    findings(reported.findings());
    for (ReportedContainer each : reported.containers()) {
      inside(reported.id(), each.name());
      add("", "reported");
      each.probes().forEach(this::probe);
      each.answers().forEach(this::answer);
      each.measured().forEach(this::measured);
      findings(each.findings());
      timelines(each.timelines());
    }
    inside(reported.id(), "");
    timelines(reported.timelines());
  }

  private void probe(ReportedProbe probe) {
    for (ReportedField field : probe.fields()) {
      String detail = field.detail().isEmpty() ? "" : " " + field.detail();
      add(
          probe.kind().fieldName() + "." + field.path(),
          field.value() + " (" + field.origin().word() + detail + ")");
    }
  }

  private void answer(ReportedAnswer answer) {
    add(answer.question(), answer.text());
  }

  private void measured(ReportedSeries series) {
    for (ReportedBudget budget : series.budgets()) {
      add(series.title() + ": " + budget.title(), BudgetWords.line(budget));
    }
  }

  /** Lines move; a finding stays the same as long as it says the same of the same field. */
  private void findings(List<ReportedFinding> findings) {
    for (ReportedFinding finding : findings) {
      String about = finding.field().isEmpty() ? finding.place() : finding.field();
      String rule = finding.ruleId().isEmpty() ? "finding" : finding.ruleId();
      add(rule + " at " + about, finding.severity().word() + ": " + finding.text());
    }
  }

  private void timelines(List<Timeline> timelines) {
    for (Timeline timeline : timelines) {
      timeline.facts().forEach(fact -> add(timeline.title() + ": " + fact.label(), fact.value()));
    }
  }

  private void add(String subject, String value) {
    all.add(new ReportStatement(workload, container, subject, value));
  }
}
