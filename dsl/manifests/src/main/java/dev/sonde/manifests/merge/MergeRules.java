package dev.sonde.manifests.merge;

import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.List;

/** What is demanded of manifests beside code: that they say the same, and can be edited safely. */
public final class MergeRules {

  static final Rule MISSING =
      drift(
          "drift-missing",
          Severity.ERROR,
          "A manifest has every probe and every field that the code declares.",
          "What is not in the manifest is not in the cluster.");

  static final Rule DIFFERENT =
      drift(
          "drift-different",
          Severity.ERROR,
          "A manifest has the values that the code declares.",
          "The kubelet asks what the manifest says, and the code answers what it says itself.");

  static final Rule STALE =
      drift(
          "drift-stale",
          Severity.ERROR,
          "What merging once put into a manifest goes when the code does not declare it any more.",
          "A probe that nobody answers any more restarts or hides healthy containers.");

  static final Rule EXTRA =
      drift(
          "drift-extra",
          Severity.INFO,
          "The probes of a container whose code declares probes are declared there, too.",
          "Nobody who reads the code knows of it. It may be meant so.");

  static final Rule ENDPOINT_MISSING =
      drift(
          "endpoint-missing",
          Severity.ERROR,
          "A probe of the port that the code serves asks a path that the code serves.",
          "Every answer is 404, which is failure.");

  static final Rule SERVICE_PORT =
      drift(
          "service-port",
          Severity.ERROR,
          "A Service's targetPort that is a name is declared by a container of the pods it selects.",
          "The Service sends traffic nowhere.");

  static final Rule REFUSED =
      drift(
          "merge-refused",
          Severity.ERROR,
          "A container that code declares probes for stands in the manifests once, in a form that"
              + " can be edited.",
          "Nothing is written rather than something wrong.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(MISSING, DIFFERENT, STALE, EXTRA, ENDPOINT_MISSING, SERVICE_PORT, REFUSED);

  private MergeRules() {}

  private static Rule drift(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.DRIFT, severity, summary, why, "Sonde");
  }
}
