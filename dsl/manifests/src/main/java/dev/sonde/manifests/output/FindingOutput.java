package dev.sonde.manifests.output;

import java.io.IOException;
import java.util.List;

/**
 * Hands findings on.
 *
 * @param findings what was found
 * @param closing what people read after the findings: what they come to, without a line break at
 *     its end; empty where they get nothing more to read
 * @param complete whether each file could be read
 */
public record FindingOutput(List<PlacedFinding> findings, String closing, boolean complete) {

  /** Copies the findings, so that the value stays what it was. */
  public FindingOutput {
    findings = List.copyOf(findings);
  }

  /**
   * {@return the same findings, followed by something else}
   *
   * @param other what people read after them; empty for nothing
   */
  public FindingOutput withClosing(String other) {
    return new FindingOutput(findings, other, complete);
  }

  /**
   * Writes text for people.
   *
   * @param colour whether the output shows colours
   * @param out takes the text, which ends with a line break if there is any
   * @throws IOException if {@code out} fails
   */
  public void writeText(boolean colour, Appendable out) throws IOException {
    new TextReport(colour).write(findings, out);
    if (!closing.isEmpty()) {
      out.append(closing).append('\n');
    }
  }

  /**
   * Writes any of the forms, text without colours.
   *
   * @param format the form
   * @param version the version of Sonde
   * @param out takes the text, which ends with a line break
   * @throws IOException if {@code out} fails
   */
  public void write(FindingFormat format, String version, Appendable out) throws IOException {
    switch (format) {
      case TEXT -> writeText(false, out);
      case JSON -> JsonReport.write(findings, out);
      case SARIF -> new SarifReport(version, complete).write(findings, out);
    }
  }
}
