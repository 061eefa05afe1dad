package dev.sonde.manifests.merge;

import dev.sonde.manifests.output.FindingOutput;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Where manifests and code disagree.
 *
 * @param findings every disagreement, with its place, both values and what to do
 * @param diff what merging would change, as a unified diff; empty if something is refused
 * @param failOn the least severity that makes the check fail
 */
public record DriftReport(List<PlacedFinding> findings, String diff, Severity failOn) {

  /** Copies the findings, so that the value stays what it was. */
  public DriftReport {
    findings = List.copyOf(findings);
  }

  /**
   * {@return what a plan says about the manifests that it was made for}
   *
   * @param plan the plan, not to be written
   * @param failOn the least severity that makes the check fail
   */
  public static DriftReport of(MergePlan plan, Severity failOn) {
    List<PlacedFinding> findings = new ArrayList<>();
    findings.addAll(plan.refusals());
    plan.changes().forEach(change -> findings.add(change.finding()));
    findings.addAll(plan.inconsistencies());
    return new DriftReport(findings, plan.diff(), failOn);
  }

  /** {@return whether a finding is severe enough to make the check fail} */
  public boolean fails() {
    return findings.stream().anyMatch(found -> found.finding().severity().compareTo(failOn) <= 0);
  }

  /**
   * {@return the last sentence of a report: how the check ended, and what to do}
   *
   * @param repair the command that merges
   */
  public String verdict(String repair) {
    if (!diff.isEmpty()) {
      return "The manifests do not say what the code says. Repair them with: " + repair;
    }
    return fails()
        ? "Merging cannot repair this: correct what is reported above."
        : "The manifests say what the code says.";
  }

  /**
   * {@return the findings, then the difference and the verdict, to be handed on}
   *
   * @param repair the command that merges
   */
  public FindingOutput output(String repair) {
    String closing = diff.isEmpty() ? verdict(repair) : diff + "\n" + verdict(repair);
    return new FindingOutput(findings, closing, true);
  }
}
