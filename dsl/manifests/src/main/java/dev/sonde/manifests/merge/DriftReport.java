package dev.sonde.manifests.merge;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.output.FindingOutput;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where manifests and code disagree.
 *
 * @param findings every disagreement, with its place, both values and what to do
 * @param diff what merging would change, as a unified diff; empty if something is refused
 * @param failOn the least severity that makes the check fail
 * @param compared the containers that were looked at
 */
public record DriftReport(
    List<PlacedFinding> findings, String diff, Severity failOn, List<ComparedContainer> compared) {

  /** Copies the lists, so that the value stays what it was. */
  public DriftReport {
    findings = List.copyOf(findings);
    compared = List.copyOf(compared);
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
    return new DriftReport(findings, plan.diff(), failOn, plan.compared());
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
    return fails() ? "Merging cannot repair this: correct what is reported above." : agreement();
  }

  /** Counts nothing but what was compared and is the same. */
  private String agreement() {
    List<ComparedContainer> agree = compared.stream().filter(one -> one.probes() > 0).toList();
    if (agree.isEmpty()) {
      return "No probe was compared, so nothing is known to agree.";
    }
    long probes = agree.stream().mapToLong(ComparedContainer::probes).sum();
    return "%s of %s in %s %s with the code."
        .formatted(
            FindingWords.count(probes, "probe"),
            FindingWords.count(agree.size(), "container"),
            places(agree),
            probes == 1 ? "agrees" : "agree");
  }

  private static String places(List<ComparedContainer> agree) {
    return Stream.of(places(agree, false, "file"), places(agree, true, "built manifest"))
        .flatMap(Optional::stream)
        .collect(joining(" and "));
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

  private static Optional<String> places(
      List<ComparedContainer> agree, boolean built, String what) {
    long places =
        agree.stream()
            .filter(one -> one.built() == built)
            .map(ComparedContainer::file)
            .distinct()
            .count();
    return places == 0 ? Optional.empty() : Optional.of(FindingWords.count(places, what));
  }
}
