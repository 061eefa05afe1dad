package dev.sonde.manifests.merge.outcome;

import dev.sonde.manifests.environment.OverrideOrigin;
import dev.sonde.manifests.environment.OverrideOrigins;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ContainerRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.Optional;

/**
 * One field in which code and manifest disagree.
 *
 * @param kind how
 * @param edited whether merging changes it; an extra field stays, unless merging is strict
 * @param path the field as Kubernetes names it in the whole object
 * @param place where the field is, or, where it is missing, what it is missing from
 * @param workload such as {@code Deployment orders}
 * @param container the container's name; empty where the field is the pod's
 * @param field such as {@code livenessProbe.httpGet.port}
 * @param have what the manifest says; empty where the field is missing
 * @param want what the code says; where it says nothing, what was there before merging, if anything
 * @param origin what decides what is wanted, of the field or of something in it, where it is not
 *     the code: an environment's override, or the configuration of a framework
 */
public record FieldDrift(
    ChangeKind kind,
    boolean edited,
    FieldPath path,
    ManifestPlace place,
    String workload,
    String container,
    String field,
    String have,
    String want,
    Optional<OverrideOrigin> origin) {

  /**
   * {@return the same disagreement, with the override that decides what is wanted}
   *
   * @param origins where the fields of all probes come from
   * @param declared the container as the probes name it
   */
  public FieldDrift from(OverrideOrigins origins, ContainerRef declared) {
    FieldPath within = FieldPath.of(field.split("\\."));
    return from(
        origins
            .overrideOf(declared, within)
            .or(() -> origins.overrideWithin(declared, within))
            .map(override -> override));
  }

  /**
   * {@return the same disagreement, with what decides what is wanted}
   *
   * @param decisive see {@link #origin()}
   */
  public FieldDrift from(Optional<OverrideOrigin> decisive) {
    return new FieldDrift(
        kind, edited, path, place, workload, container, field, have, want, decisive);
  }

  /**
   * {@return this disagreement as a finding; one that merging repairs is an error, whatever its
   * kind}
   */
  public PlacedFinding finding() {
    Rule rule = kind.rule();
    Severity severity = edited ? Severity.ERROR : rule.severity();
    return place.finding(rule.finding(path, message(), remedy()).withSeverity(severity));
  }

  private String remedy() {
    if (edited) {
      return isConfigured() ? "Merge, or change the configuration." : "Merge, or change the code.";
    }
    return kind == ChangeKind.STALE
        ? "Take it out by hand, or declare it again: without what merging wrote, what is left is no"
            + " probe, and what stood there before is not recorded."
        : "Declare it in the code, or leave it if you want it so.";
  }

  private boolean isConfigured() {
    return origin.filter(OverrideOrigin.Configured.class::isInstance).isPresent();
  }

  /** {@return what is the matter, as a sentence with both values} */
  public String message() {
    String subject =
        container.isEmpty()
            ? field + " of " + workload
            : field + " of container \"" + container + "\" in " + workload;
    String said =
        isConfigured()
            ? "the configuration says "
            : origin.isPresent() ? "wanted is " : "the code says ";
    return subject
        + switch (kind) {
          case MISSING -> " is missing; " + said + want;
          case DIFFERENT ->
              " is "
                  + have
                  + (want.isEmpty() ? "; the code wants another handler" : "; " + said + want);
          case STALE ->
              (have.isEmpty() ? " is missing" : " is " + have)
                  + "; the code does not set it any more"
                  + (want.isEmpty() ? "" : ", and before merging it was " + want);
          case EXTRA -> " is " + have + "; the code does not declare it";
        }
        + origin.map(decisive -> " (" + decisive.text() + ")").orElse("")
        + ".";
  }
}
