package dev.sonde.manifests.merge;

import dev.sonde.manifests.report.PlacedFinding;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Where manifests and code disagree.
 *
 * @param findings every disagreement, with its place, both values and what to do
 * @param diff what merging would change, as a unified diff; empty if something is refused
 */
public record CheckReport(List<PlacedFinding> findings, String diff) {

  /** Copies the findings, so that the value stays what it was. */
  public CheckReport {
    findings = List.copyOf(findings);
  }

  /**
   * {@return what a plan says about the manifests that it was made for}
   *
   * @param plan the plan, not to be written
   */
  public static CheckReport of(MergePlan plan) {
    List<PlacedFinding> findings = new ArrayList<>();
    plan.refusals().forEach(refusal -> findings.add(refusal.finding()));
    plan.changes().forEach(change -> findings.add(change.finding(remedy(change))));
    findings.addAll(plan.inconsistencies());
    return new CheckReport(findings, plan.diff());
  }

  private static String remedy(Change change) {
    return change.edited()
        ? "Merge, or change the code."
        : "Declare it in the code, or leave it if it is meant so.";
  }

  /** {@return whether the manifests need a repair: whether a finding is an error} */
  public boolean hasDrift() {
    return findings.stream().anyMatch(found -> found.finding().severity() == Severity.ERROR);
  }
}
