package dev.sonde.manifests.lint;

import dev.sonde.manifests.output.FindingOutput;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Severity;
import java.util.List;

/**
 * What was found in a set of files.
 *
 * @param findings in the order of the files and documents; in a document first what the API server
 *     reports, in its order, then advice in the order of the lines
 * @param files how many files were read
 * @param documents how many documents they hold
 * @param workloads how many objects with pods were judged
 * @param containers how many containers those pods have, init containers among them
 * @param passedOver how many documents are none of Kubernetes', such as the values of a chart
 */
public record LintReport(
    List<PlacedFinding> findings,
    int files,
    int documents,
    int workloads,
    int containers,
    int passedOver) {

  /** Copies the findings, so that the value stays what it was. */
  public LintReport {
    findings = List.copyOf(findings);
  }

  /** Tells whether at least one finding is an error. */
  public boolean hasErrors() {
    return hasAny(Severity.ERROR);
  }

  /**
   * Tells whether at least one finding is that bad.
   *
   * @param least the least severity that counts
   */
  public boolean hasAny(Severity least) {
    return findings.stream().anyMatch(found -> found.finding().severity().compareTo(least) <= 0);
  }

  /** Tells whether each file could be read; if not, something was not judged. */
  public boolean isComplete() {
    return findings.stream()
        .map(found -> found.finding().rule())
        .noneMatch(InputRules.UNREAD::contains);
  }

  /**
   * {@return how many findings have that severity}
   *
   * @param severity the severity
   */
  public long count(Severity severity) {
    return findings.stream().filter(found -> found.finding().severity() == severity).count();
  }

  /** {@return one sentence that counts what was found, and where it was looked for} */
  public String summary() {
    String found =
        findings.isEmpty()
            ? "Nothing to complain about"
            : "%s, %s, %s"
                .formatted(
                    FindingWords.count(count(Severity.ERROR), "error"),
                    FindingWords.count(count(Severity.WARNING), "warning"),
                    FindingWords.count(count(Severity.INFO), "info"));
    return "%s in %s of %s (%s, %s%s)."
        .formatted(
            found,
            FindingWords.count(containers, "container"),
            FindingWords.count(workloads, "workload"),
            FindingWords.count(documents, "document"),
            FindingWords.count(files, "file"),
            passedOver == 0
                ? ""
                : "; " + FindingWords.count(passedOver, "document") + " not of Kubernetes");
  }

  /** {@return the findings with their summary, to be handed on} */
  public FindingOutput output() {
    return new FindingOutput(findings, summary(), isComplete());
  }
}
