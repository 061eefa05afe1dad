package dev.sonde.manifests.lint;

import dev.sonde.manifests.output.JsonReport;
import dev.sonde.manifests.output.SarifReport;
import dev.sonde.manifests.output.TextReport;
import dev.sonde.rules.Severity;
import java.io.IOException;

/** The forms in which a report is handed on. */
public enum LintOutput {
  /** For people: each finding with its line and a caret, then a summary. */
  TEXT {
    @Override
    public void write(LintReport report, String version, boolean colour, Appendable out)
        throws IOException {
      new TextReport(colour).write(report.findings(), out);
      out.append(summary(report)).append('\n');
    }
  },
  /** For programs: a JSON array with an object for each finding. */
  JSON {
    @Override
    public void write(LintReport report, String version, boolean colour, Appendable out)
        throws IOException {
      JsonReport.write(report.findings(), out);
    }
  },
  /** For code review: SARIF 2.1.0. */
  SARIF {
    @Override
    public void write(LintReport report, String version, boolean colour, Appendable out)
        throws IOException {
      new SarifReport(version, report.isComplete()).write(report.findings(), out);
    }
  };

  /**
   * Writes a report.
   *
   * @param report what was found
   * @param version the version of Sonde
   * @param colour whether the output shows colours; only text has any
   * @param out takes the text, which ends with a line break
   * @throws IOException if {@code out} fails
   */
  public abstract void write(LintReport report, String version, boolean colour, Appendable out)
      throws IOException;

  /**
   * {@return one sentence that counts what was found, and where it was looked for}
   *
   * @param report what was found
   */
  public static String summary(LintReport report) {
    String found =
        report.findings().isEmpty()
            ? "Nothing to complain about"
            : "%s, %s, %s"
                .formatted(
                    count(report.count(Severity.ERROR), "error"),
                    count(report.count(Severity.WARNING), "warning"),
                    count(report.count(Severity.INFO), "info"));
    return "%s in %s (%s, %s)."
        .formatted(
            found,
            count(report.workloads(), "workload"),
            count(report.documents(), "document"),
            count(report.files(), "file"));
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
