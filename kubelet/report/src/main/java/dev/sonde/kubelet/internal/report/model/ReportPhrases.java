package dev.sonde.kubelet.internal.report.model;

import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/** Sentences that every form of a report has. */
public final class ReportPhrases {

  private ReportPhrases() {}

  /**
   * {@return a word as a line begins with it}
   *
   * @param word at least one letter
   */
  public static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /**
   * {@return what was looked at, and how much was found}
   *
   * @param report the report
   */
  public static String summary(ProbesReport report) {
    return "%s, %s; %s"
        .formatted(
            count(report.workloads().size(), "workload"),
            count(report.containers(), "container"),
            findings(report));
  }

  private static String findings(ProbesReport report) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        parts.add(findings(count, severity));
      }
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  /**
   * {@return so many findings of a severity}
   *
   * @param count how many
   * @param severity how bad they are
   */
  public static String findings(long count, Severity severity) {
    return severity == Severity.INFO ? count + " info" : count(count, severity.word());
  }

  /**
   * {@return a number and what is counted}
   *
   * @param count how many
   * @param what one of them
   */
  public static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** {@return why there is nothing to be seen of a workload that Kubernetes would refuse} */
  public static String refused() {
    return "Kubernetes would refuse these pods, so there is nothing to compute and to play: see the"
        + " findings.";
  }
}
