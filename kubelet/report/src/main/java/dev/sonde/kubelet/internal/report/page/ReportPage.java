package dev.sonde.kubelet.internal.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.previous.ReportDifference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a report as a page. It is well-formed XML, asks for nothing from anywhere, and shows
 * nothing but text of what it was given.
 */
public final class ReportPage {

  /** Of more workloads the content is folded away. */
  private static final int MOST_OPEN = 12;

  /** Lies beside this class. */
  private static final String STYLES = "report.css";

  private final ProbesReport report;
  private final Optional<ReportDifference> difference;
  private final MarkupWriter page = new MarkupWriter();

  private ReportPage(ProbesReport report, Optional<ReportDifference> difference) {
    this.report = report;
    this.difference = difference;
  }

  /**
   * {@return the page}
   *
   * @param report what to write
   * @param difference what changed since the previous report, if there was one
   */
  public static String of(ProbesReport report, Optional<ReportDifference> difference) {
    return new ReportPage(report, difference).write();
  }

  private String write() {
    page.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    head();
    page.open("body").line();
    page.leaf("a", "Skip to the report", "class", "skip", "href", "#report").line();
    FillPatterns.draw(page);
    header();
    page.open("main", "id", "report", "tabindex", "-1").line();
    difference.ifPresent(changes -> ChangeTable.write(changes, page));
    unplaced();
    if (report.containers() > 1) {
      PageOverview.write(report, page);
    }
    workloads();
    scenarios();
    page.close().line();
    PageLegend.write(report.hasMeasurements(), page);
    return page.close().line().close().line().finish();
  }

  private void head() {
    page.open("head").line();
    page.open("meta", "charset", "utf-8").line();
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.open(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'")
        .line();
    page.open("meta", "name", "color-scheme", "content", "light dark").line();
    page.leaf("title", "Probe report: " + ReportPhrases.summary(report)).line();
    page.open("style").trusted(styles()).close().line();
    page.close().line();
  }

  private static String styles() {
    try (InputStream css =
        Objects.requireNonNull(ReportPage.class.getResourceAsStream(STYLES), STYLES)) {
      return new String(css.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void header() {
    page.open("header").line();
    page.leaf("h1", "Probe report").line();
    page.leaf("p", ReportPhrases.summary(report) + ".", "class", "summary").line();
    page.close().line();
  }

  private void unplaced() {
    if (!report.findings().isEmpty()) {
      page.open("section", "aria-labelledby", "files").line();
      page.leaf("h2", "Files", "id", "files").line();
      FindingList.write(report.findings(), page);
      page.close().line();
    }
    if (report.workloads().isEmpty() && report.scenarios().isEmpty()) {
      page.leaf("p", "There are no workloads in what was given.").line();
    }
  }

  private void workloads() {
    boolean folded = report.workloads().size() > MOST_OPEN;
    int number = 1;
    for (ReportedWorkload workload : report.workloads()) {
      WorkloadSection.write(workload, "w" + number++, folded, page);
    }
  }

  private void scenarios() {
    List<Timeline> scenarios = report.scenarios();
    if (scenarios.isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "scenarios").line();
    page.leaf("h2", "Scenarios", "id", "scenarios").line();
    for (int i = 0; i < scenarios.size(); i++) {
      TimelineFigure.write(scenarios.get(i), "s" + (i + 1), "h3", page);
    }
    page.close().line();
  }
}
