package dev.sonde.manifests.merge.outcome;

import dev.sonde.manifests.report.OddCharacters;
import dev.sonde.manifests.report.Place;
import dev.sonde.manifests.report.PlacedFinding;
import dev.sonde.manifests.report.YamlFindings;
import dev.sonde.manifests.tree.Problem;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;

/**
 * Why nothing is written.
 *
 * @param id the reason's stable name, such as {@code merge-container-missing}
 * @param kind who says so
 * @param place where
 * @param message what is wrong, with the value seen
 * @param remedy what to do
 */
public record Refusal(String id, FindingKind kind, Place place, String message, String remedy) {

  public static Refusal of(String id, Place place, String message, String remedy) {
    return new Refusal(id, FindingKind.DRIFT, place, message, remedy);
  }

  public static Refusal of(String file, SourceText source, Problem problem) {
    Finding finding = OddCharacters.explain(YamlFindings.of(problem), source, problem.offset());
    Place place = Place.at(file, 1, source, problem.offset());
    return new Refusal(
        finding.ruleId(), finding.kind(), place, finding.message(), finding.remedy());
  }

  public boolean isAboutSomethingMissing() {
    return id.endsWith("-missing");
  }

  /** {@return this refusal as a finding} */
  public PlacedFinding finding() {
    return place.finding(
        new Finding(
            id,
            kind,
            MergeRules.REFUSED.severity(),
            FieldPath.ROOT,
            FieldPath.ROOT,
            message,
            remedy));
  }

  /** {@return place and sentence, as in {@code a.yaml:3:1: [id] message remedy}} */
  @Override
  public String toString() {
    return place + ": [" + id + "] " + message + " " + remedy;
  }
}
