package dev.sonde.manifests.merge;

import dev.sonde.manifests.output.JsonReport;
import dev.sonde.manifests.output.SarifReport;
import dev.sonde.manifests.output.TextReport;
import java.io.IOException;

/** The forms in which a check is handed on. */
public enum CheckOutput {
  /** For people: each finding with its line, then the difference, then what repairs it. */
  TEXT {
    @Override
    public void write(
        DriftReport report, String repair, String version, boolean colour, Appendable out)
        throws IOException {
      new TextReport(colour).write(report.findings(), out);
      out.append(report.diff());
      out.append(report.diff().isEmpty() ? "" : "\n");
      out.append(report.verdict(repair)).append('\n');
    }
  },
  /** For programs: a JSON array with an object for each finding. */
  JSON {
    @Override
    public void write(
        DriftReport report, String repair, String version, boolean colour, Appendable out)
        throws IOException {
      JsonReport.write(report.findings(), out);
    }
  },
  /** For code review: SARIF 2.1.0. */
  SARIF {
    @Override
    public void write(
        DriftReport report, String repair, String version, boolean colour, Appendable out)
        throws IOException {
      new SarifReport(version, true).write(report.findings(), out);
    }
  };

  /**
   * Writes a report.
   *
   * @param report what was found
   * @param repair the command that merges
   * @param version the version of Sonde
   * @param colour whether the output shows colours; only text has any
   * @param out takes the text, which ends with a line break
   * @throws IOException if {@code out} fails
   */
  public abstract void write(
      DriftReport report, String repair, String version, boolean colour, Appendable out)
      throws IOException;
}
