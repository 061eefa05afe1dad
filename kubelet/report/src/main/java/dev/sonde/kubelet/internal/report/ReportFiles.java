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
import java.util.function.Supplier;
import java.util.stream.Stream;

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
   * @return what goes to the standard output: the form whose file is called {@code -}; the Markdown
   *     where no file is named; else nothing
   * @throws IOException if one of the files cannot be written; all are as they were
   * @throws IllegalArgumentException if several forms are to go to the standard output
   */
  public String write(ProbesReport report, Optional<ReportDifference> difference)
      throws IOException {
    if (html.isEmpty() && markdown.isEmpty() && json.isEmpty()) {
      return MarkdownReport.of(report, difference);
    }
    if (Stream.of(html, markdown, json).filter(ReportFiles::isStandardOutput).count() > 1) {
      throw new IllegalArgumentException(
          "Only one form of the report can go to the standard output. Name files for the others.");
    }
    List<FileChange> changes = new ArrayList<>();
    String shown =
        put(html, () -> ReportPage.of(report, difference), changes)
            + put(markdown, () -> MarkdownReport.of(report, difference), changes)
            + put(json, () -> ReportJson.of(report), changes);
    AllOrNothing.write(changes);
    return shown;
  }

  private static boolean isStandardOutput(Optional<Path> file) {
    return file.filter(path -> path.toString().equals("-")).isPresent();
  }

  private static String put(Optional<Path> file, Supplier<String> text, List<FileChange> changes)
      throws IOException {
    if (isStandardOutput(file)) {
      return text.get();
    }
    if (file.isPresent()) {
      changes.add(FileChange.output(file.get(), text.get()));
    }
    return "";
  }
}
