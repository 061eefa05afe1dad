package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.kubelet.internal.report.model.Timeline;
import java.util.List;

/** One workload. */
final class WorkloadSection {

  private WorkloadSection() {}

  /**
   * @param anchor its id in the page
   * @param folded whether its content is folded away
   */
  static void write(ReportedWorkload workload, String anchor, boolean folded, MarkupWriter page) {
    page.open("article", "class", "workload", "aria-labelledby", anchor).line();
    page.leaf("h2", workload.title(), "id", anchor).line();
    page.open("p", "class", "source").leaf("code", workload.source()).close().line();
    if (folded) {
      page.open("details").leaf("summary", summary(workload)).line();
    }
    if (!workload.playable()) {
      page.leaf("p", ReportPhrases.refused(), "class", "refused").line();
    }
    FindingList.write(workload.findings(), page);
    for (int i = 0; i < workload.containers().size(); i++) {
      ContainerSection.write(workload.containers().get(i), anchor + "c" + (i + 1), page);
    }
    together(workload.timelines(), anchor, page);
    if (folded) {
      page.close();
    }
    page.close().line();
  }

  private static String summary(ReportedWorkload workload) {
    long findings = workload.allFindings().count();
    return ReportPhrases.count(workload.containers().size(), "container")
        + ", "
        + ReportPhrases.count(findings, "finding");
  }

  private static void together(List<Timeline> timelines, String anchor, MarkupWriter page) {
    if (!timelines.isEmpty()) {
      page.open("div").line();
      page.leaf("h3", "The pods together", "id", anchor + "pods").line();
      for (int i = 0; i < timelines.size(); i++) {
        TimelineFigure.write(timelines.get(i), anchor + "t" + (i + 1), "h4", page);
      }
      page.close().line();
    }
  }
}
