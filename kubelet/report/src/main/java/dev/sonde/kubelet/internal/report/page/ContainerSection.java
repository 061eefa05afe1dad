package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ReportedAnswer;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.model.ContainerKind;
import java.util.List;

/** One container. */
final class ContainerSection {

  private ContainerSection() {}

  static void write(ReportedContainer container, String anchor, MarkupWriter page) {
    page.open("div", "class", "container").line();
    page.open("h3", "id", anchor).text(role(container.kind()) + " ");
    page.leaf("span", container.name(), "class", "name").close().line();
    FindingList.write(container.findings(), page);
    if (container.probes().isEmpty()) {
      page.leaf("p", "No probes.").line();
    } else {
      page.open("div", "class", "pair").line();
      FieldTable.write(container, page);
      answers(container.answers(), page);
      page.close().line();
    }
    for (int i = 0; i < container.measured().size(); i++) {
      MeasuredFigure.write(container.measured().get(i), anchor + "m" + (i + 1), page);
    }
    for (int i = 0; i < container.timelines().size(); i++) {
      TimelineFigure.write(container.timelines().get(i), anchor + "t" + (i + 1), "h4", page);
    }
    page.close().line();
  }

  private static String role(ContainerKind kind) {
    return switch (kind) {
      case MAIN -> "Container";
      case SIDECAR -> "Sidecar";
      case INIT -> "Init container";
      case EPHEMERAL -> "Ephemeral container";
    };
  }

  private static void answers(List<ReportedAnswer> answers, MarkupWriter page) {
    if (answers.isEmpty()) {
      return;
    }
    page.open("dl", "class", "answers").line();
    for (ReportedAnswer answer : answers) {
      page.open("div").leaf("dt", answer.question()).leaf("dd", answer.text()).close().line();
    }
    page.close().line();
  }
}
