package dev.sonde.manifests.merge.outcome;

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

  public static final Rule ENDPOINT_MISSING =
      drift(
          "endpoint-missing",
          Severity.ERROR,
          "A probe of the port that the code serves asks a path that the code serves.",
          "Every answer is 404, which is failure.");

  public static final Rule ENDPOINT_PORT =
      drift(
          "endpoint-port",
          Severity.WARNING,
          "A probe that asks a path that the code serves asks the port on which it does.",
          "Something else answers, or nothing.");

  public static final Rule PORT_NAME =
      drift(
          "probe-port-name",
          Severity.WARNING,
          "A probe that the code declares asks a port by a name that the container declares.",
          "The kubelet finds no port of that name, which is failure; unless an overlay adds it.");

  public static final Rule PORT_TAKEN =
      drift(
          "port-taken",
          Severity.WARNING,
          "No other container of the pod declares a port that the code serves.",
          "Containers of a pod share its network: one of the two cannot listen.");

  public static final Rule SERVICE_PORT =
      drift(
          "service-port",
          Severity.ERROR,
          "A Service's targetPort that is a name is declared by a container of the pods it selects,"
              + " and one that is a number is that of the port with its name.",
          "The Service sends traffic nowhere.");

  public static final Rule SERVICE_NUMBER =
      drift(
          "service-number",
          Severity.WARNING,
          "A Service's targetPort that is a number is declared by a container of the pods it"
              + " selects.",
          "Declaring a port is optional, but where others are declared, one was probably mistaken.");

  public static final Rule GENERATED =
      drift(
          "merge-generated",
          Severity.WARNING,
          "A file that is merged into is not written by a program.",
          "The next run of that program takes the probes out again.");

  public static final Rule SIGNED =
      drift(
          "merge-signed",
          Severity.WARNING,
          "A manifest that is merged into is not signed.",
          "The signature does not fit any more.");

  static final Rule REFUSED =
      drift(
          "merge-refused",
          Severity.ERROR,
          "A container that code declares probes for stands in the manifests once, in a form that"
              + " can be edited.",
          "Nothing is written rather than something wrong.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          MISSING,
          DIFFERENT,
          STALE,
          EXTRA,
          ENDPOINT_MISSING,
          ENDPOINT_PORT,
          PORT_NAME,
          PORT_TAKEN,
          SERVICE_PORT,
          SERVICE_NUMBER,
          GENERATED,
          SIGNED,
          REFUSED);

  private MergeRules() {}

  private static Rule drift(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.DRIFT, severity, summary, why, "Sonde");
  }
}
