package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.kubelet.internal.report.model.ReportedAnswer;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.rules.Severity;
import java.util.List;

/** All containers in one table, with links to their sections. */
final class PageOverview {

  private static final List<String> QUESTIONS =
      List.of("start-budget", "hang-to-no-traffic", "hang-to-restart");

  private PageOverview() {}

  static void write(ProbesReport report, MarkupWriter page) {
    page.open("nav", "aria-labelledby", "overview").line();
    page.leaf("h2", "Overview", "id", "overview").line();
    page.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "group",
        "aria-label",
        "Overview, table");
    page.open("table", "class", "overview").leaf("caption", "Every container at a glance").line();
    page.open("thead").open("tr");
    for (String head :
        List.of(
            "Container", "Findings", "Start-up budget", "Hang → no traffic", "Hang → restart")) {
      page.leaf("th", head, "scope", "col");
    }
    page.close().close().line().open("tbody").line();
    int number = 1;
    for (ReportedWorkload workload : report.workloads()) {
      String anchor = "w" + number++;
      for (int i = 0; i < workload.containers().size(); i++) {
        row(workload, workload.containers().get(i), anchor, i + 1, page);
      }
    }
    page.close().close().close().line().close().line();
  }

  private static void row(
      ReportedWorkload workload,
      ReportedContainer container,
      String anchor,
      int at,
      MarkupWriter page) {
    page.open("tr").open("th", "scope", "row");
    page.leaf("a", workload.title(), "href", "#" + anchor).text(" ");
    page.leaf("a", container.name(), "href", "#" + anchor + "c" + at);
    page.close();
    page.open("td");
    counts(workload, container, at == 1, page);
    page.close();
    for (String question : QUESTIONS) {
      page.leaf("td", answer(container, question));
    }
    page.close().line();
  }

  /** What concerns the workload as a whole is counted with its first container. */
  private static void counts(
      ReportedWorkload workload, ReportedContainer container, boolean first, MarkupWriter page) {
    boolean any = false;
    for (Severity severity : Severity.values()) {
      long count = count(container.findings(), severity);
      count += first ? count(workload.findings(), severity) : 0;
      if (count > 0) {
        page.leaf(
            "span", ReportPhrases.findings(count, severity), "class", "count " + severity.word());
        page.text(" ");
        any = true;
      }
    }
    if (!any) {
      page.text("none");
    }
  }

  private static long count(List<ReportedFinding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String answer(ReportedContainer container, String question) {
    return container.answers().stream()
        .filter(answer -> answer.id().equals(question))
        .map(ReportedAnswer::text)
        .map(text -> text.startsWith("never") ? "never" : text)
        .findFirst()
        .orElse("–");
  }
}
