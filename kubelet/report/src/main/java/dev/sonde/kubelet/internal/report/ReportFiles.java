package dev.sonde.kubelet.internal.report;

import dev.sonde.kubelet.internal.report.markdown.MarkdownReport;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.page.ReportPage;
import dev.sonde.kubelet.internal.report.previous.ReportDifference;
import dev.sonde.kubelet.internal.report.previous.ReportJson;
import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a report goes to. Each form is written where a file is named for it.
 *
 * @param html for people, with pictures
 * @param markdown for a pull request
 * @param json for the next report to compare with
 */
public record ReportFiles(Optional<Path> html, Optional<Path> markdown, Optional<Path> json) {

  /**
   * {@return what changed since the report in a file}
   *
   * @param report the new report
   * @param previous the JSON of the one before; unset: nothing is compared
   * @throws IOException if it cannot be read
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if it holds no report
   */
  public static Optional<ReportDifference> difference(ProbesReport report, Optional<Path> previous)
      throws IOException {
    return previous.isEmpty()
        ? Optional.empty()
        : Optional.of(ReportDifference.between(ReportJson.read(previous.get()), report));
  }

  /**
   * Writes all files, or none.
   *
   * @param report the report
   * @param difference what changed since the one before
   * @throws IOException if one of the files cannot be written; all are as they were
   */
  public void write(ProbesReport report, Optional<ReportDifference> difference) throws IOException {
    List<FileChange> changes = new ArrayList<>();
    if (html.isPresent()) {
      changes.add(FileChange.output(html.get(), ReportPage.of(report, difference)));
    }
    if (markdown.isPresent()) {
      changes.add(FileChange.output(markdown.get(), MarkdownReport.of(report, difference)));
    }
    if (json.isPresent()) {
      changes.add(FileChange.output(json.get(), ReportJson.of(report)));
    }
    AllOrNothing.write(changes);
  }

  /** Tells whether no file is named at all. */
  public boolean isEmpty() {
    return html.isEmpty() && markdown.isEmpty() && json.isEmpty();
  }
}
