package dev.sonde.kubelet.internal.report.markdown;

import dev.sonde.kubelet.internal.report.model.BudgetWords;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.kubelet.internal.report.model.ReportedBudget;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedSeries;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.previous.ReportChange;
import dev.sonde.kubelet.internal.report.previous.ReportDifference;
import dev.sonde.model.ContainerKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report as Markdown, in the dialect that code review shows. */
public final class MarkdownReport {

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /**
   * {@return the report as Markdown}
   *
   * @param report what to write
   * @param difference what changed since the previous report, if there was one
   */
  public static String of(ProbesReport report, Optional<ReportDifference> difference) {
    MarkdownReport markdown = new MarkdownReport();
    markdown.write(report, difference);
    return markdown.out.toString();
  }

  private void write(ProbesReport report, Optional<ReportDifference> difference) {
    line("# Probe report");
    paragraph(ReportPhrases.summary(report) + ".");
    difference.ifPresent(this::changes);
    if (report.workloads().isEmpty() && report.scenarios().isEmpty()) {
      paragraph("There are no workloads in what was given.");
    }
    findings(report.findings());
    report.workloads().forEach(this::workload);
    if (!report.scenarios().isEmpty()) {
      line("");
      line("## Scenarios");
      report.scenarios().forEach(this::timeline);
      legend();
    }
  }

  private void changes(ReportDifference difference) {
    line("");
    line("## Changes since the previous report");
    line("");
    if (difference.isEmpty()) {
      line("Nothing changed.");
      return;
    }
    line("| where | what | before | after |");
    line("|---|---|---|---|");
    for (ReportChange change : difference.changes()) {
      String what =
          change.subject().isEmpty() ? "as a whole" : EscapedMarkdown.code(change.subject());
      line(
          "| %s | %s | %s | %s |"
              .formatted(
                  EscapedMarkdown.code(change.place()),
                  what,
                  change.before().map(EscapedMarkdown::code).orElse("–"),
                  change.after().map(EscapedMarkdown::code).orElse("–")));
    }
  }

  private void workload(ReportedWorkload workload) {
    line("");
    line("## " + EscapedMarkdown.text(workload.title()));
    paragraph("From " + EscapedMarkdown.code(workload.source()) + ".");
    if (!workload.playable()) {
      paragraph(ReportPhrases.refused());
    }
    findings(workload.findings());
    workload.containers().forEach(this::container);
    List<Timeline> timelines =
        Stream.concat(
                workload.containers().stream().flatMap(each -> each.timelines().stream()),
                workload.timelines().stream())
            .toList();
    if (!timelines.isEmpty()) {
      timelines(workload);
    }
  }

  private void container(ReportedContainer container) {
    line("");
    String role = container.kind() == ContainerKind.MAIN ? "Container" : container.kind().word();
    line("### " + ReportPhrases.capital(role) + " " + EscapedMarkdown.text(container.name()));
    if (container.probes().isEmpty()) {
      paragraph("No probes.");
    } else {
      line("");
      FieldMatrix.of(container).forEach(this::line);
    }
    if (!container.answers().isEmpty()) {
      line("");
      line("| question | answer |");
      line("|---|---|");
      container
          .answers()
          .forEach(answer -> line("| " + answer.question() + " | " + answer.text() + " |"));
    }
    container.measured().forEach(this::measured);
    findings(container.findings());
  }

  private void measured(ReportedSeries series) {
    paragraph("**" + series.title() + ".** " + EscapedMarkdown.text(series.circumstances()));
    line("");
    line("| measured | values | median | bound | budget | margin | verdict |");
    line("|---|---|---|---|---|---|---|");
    for (ReportedBudget budget : series.budgets()) {
      String rule = budget.ruleId().isEmpty() ? "" : " " + EscapedMarkdown.code(budget.ruleId());
      String verdict =
          budget.severity().isPresent() ? "**" + budget.verdict() + "**" : budget.verdict();
      line(
          "| %s | %s | %s | %s | %s | %s | %s%s |"
              .formatted(
                  budget.title(),
                  BudgetWords.count(budget.times()),
                  BudgetWords.median(budget.times()),
                  BudgetWords.bound(budget.times()),
                  BudgetWords.budget(budget.times()),
                  BudgetWords.margin(budget.times()),
                  verdict,
                  rule));
    }
  }

  private void findings(List<ReportedFinding> findings) {
    if (!findings.isEmpty()) {
      line("");
      findings.forEach(finding -> line("- " + sentence(finding)));
    }
  }

  private static String sentence(ReportedFinding finding) {
    String rule = finding.ruleId().isEmpty() ? "" : " " + EscapedMarkdown.code(finding.ruleId());
    String field = finding.field().isEmpty() ? "" : " " + EscapedMarkdown.code(finding.field());
    return "**%s**%s %s%s: %s"
        .formatted(
            finding.severity().word(),
            rule,
            EscapedMarkdown.code(finding.place()),
            field,
            EscapedMarkdown.text(finding.text()));
  }

  private void timelines(ReportedWorkload workload) {
    line("");
    line("<details><summary>Timelines</summary>");
    for (ReportedContainer container : workload.containers()) {
      if (workload.containers().size() > 1 && !container.timelines().isEmpty()) {
        paragraph("Container " + EscapedMarkdown.code(container.name()));
      }
      container.timelines().forEach(this::timeline);
    }
    workload.timelines().forEach(this::timeline);
    legend();
    line("");
    line("</details>");
  }

  private void timeline(Timeline timeline) {
    String story = timeline.story().isEmpty() ? "" : " " + timeline.story();
    paragraph("**" + EscapedMarkdown.text(timeline.title()) + ".**" + story);
    line("");
    line("```text");
    PlainTimeline.of(timeline).forEach(this::line);
    line("```");
    paragraph(
        timeline.facts().stream()
            .map(fact -> fact.label() + ": " + fact.value())
            .collect(Collectors.joining(" · ")));
  }

  private void legend() {
    paragraph("`" + PlainTimeline.LEGEND + "`");
  }

  private void paragraph(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
