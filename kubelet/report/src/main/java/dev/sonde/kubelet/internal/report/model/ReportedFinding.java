package dev.sonde.kubelet.internal.report.model;

import dev.sonde.rules.Severity;

/**
 * One thing that is wrong, in the words that every other tool has for it.
 *
 * @param severity how bad it is
 * @param ruleId the rule's stable name; empty where the text carries it already
 * @param place where: a file with line and column, or a field
 * @param field the field as Kubernetes names it; empty where it concerns more than a field
 * @param message what is wrong, with the value seen
 * @param remedy what to write instead
 */
public record ReportedFinding(
    Severity severity, String ruleId, String place, String field, String message, String remedy) {

  /** {@return message and remedy} */
  public String text() {
    return message + (remedy.isEmpty() ? "" : " " + remedy);
  }
}
