package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import java.util.List;

/** Findings, each with severity, rule, sentence and place. */
final class FindingList {

  private FindingList() {}

  static void write(List<ReportedFinding> findings, MarkupWriter page) {
    if (findings.isEmpty()) {
      return;
    }
    page.open("ul", "class", "findings").line();
    findings.forEach(finding -> write(finding, page));
    page.close().line();
  }

  private static void write(ReportedFinding finding, MarkupWriter page) {
    String severity = finding.severity().word();
    page.open("li", "class", severity);
    page.leaf("strong", severity, "class", "severity").text(" ");
    if (!finding.ruleId().isEmpty()) {
      page.leaf("code", finding.ruleId(), "class", "rule").text(" ");
    }
    page.leaf("span", finding.message()).text(" ");
    if (!finding.remedy().isEmpty()) {
      page.leaf("span", finding.remedy(), "class", "remedy").text(" ");
    }
    page.open("span", "class", "place").leaf("code", finding.place());
    if (!finding.field().isEmpty()) {
      page.text(" ").leaf("code", finding.field());
    }
    page.close().close().line();
  }
}
