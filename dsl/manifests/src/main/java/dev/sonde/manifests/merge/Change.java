package dev.sonde.manifests.merge;

import dev.sonde.manifests.report.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;

/**
 * One field in which code and manifest disagree.
 *
 * @param kind how
 * @param edited whether merging changes it; an extra field stays, unless merging is strict
 * @param path the field as Kubernetes names it in the whole object
 * @param place where the field stands, or, where it is missing, what it is missing from
 * @param workload such as {@code Deployment orders}
 * @param container the container's name
 * @param field such as {@code livenessProbe.httpGet.port}
 * @param have what the manifest says; empty where the field is missing
 * @param want what the code says; empty where it says nothing
 */
public record Change(
    ChangeKind kind,
    boolean edited,
    FieldPath path,
    Place place,
    String workload,
    String container,
    String field,
    String have,
    String want) {

  /**
   * {@return this disagreement as a finding; one that merging repairs is an error, whatever its
   * kind}
   *
   * @param remedy what to do
   */
  public PlacedFinding finding(String remedy) {
    Rule rule = kind.rule();
    Severity severity = edited ? Severity.ERROR : rule.severity();
    return place.finding(
        new Finding(rule.id(), rule.kind(), severity, path, path, message(), remedy));
  }

  /** {@return what is the matter, as a sentence with both values} */
  public String message() {
    String subject = field + " of container \"" + container + "\" in " + workload;
    return switch (kind) {
      case MISSING -> subject + " is missing; the code says " + want + ".";
      case DIFFERENT ->
          want.isEmpty()
              ? subject + " is " + have + "; the code wants another handler."
              : subject + " is " + have + "; the code says " + want + ".";
      case STALE -> subject + " is " + have + "; the code does not set it any more.";
      case EXTRA -> subject + " is " + have + "; the code does not declare it.";
    };
  }
}
