package dev.sonde.rules;

import java.util.List;

/** What is demanded of manifests beside code: that they say the same, and can be edited safely. */
public final class MergeRules {

  /** A field that the manifest lacks. */
  public static final Rule MISSING =
      drift(
          "drift-missing",
          Severity.ERROR,
          "A manifest has every probe and every field that the code declares.",
          "What is not in the manifest is not in the cluster.");

  /** A field with another value. */
  public static final Rule DIFFERENT =
      drift(
          "drift-different",
          Severity.ERROR,
          "A manifest has the values that the code declares.",
          "The kubelet asks what the manifest says, and the code answers what it says itself.");

  /** A field that nobody declares any more. */
  public static final Rule STALE =
      drift(
          "drift-stale",
          Severity.ERROR,
          "What merging once put into a manifest goes when the code does not declare it any more.",
          "A probe that nobody answers any more restarts or hides healthy containers.");

  /** A probe that only the manifest has. */
  public static final Rule EXTRA =
      drift(
          "drift-extra",
          Severity.INFO,
          "The probes of a container whose code declares probes are declared there, too.",
          "Nobody who reads the code knows of it. It may be meant so.");

  /** A path that the code does not serve. */
  public static final Rule ENDPOINT_MISSING =
      drift(
          "endpoint-missing",
          Severity.ERROR,
          "A probe of the port that the code serves asks a path that the code serves.",
          "Every answer is 404, which is failure.");

  /** A path on another port than the code's. */
  public static final Rule ENDPOINT_PORT =
      drift(
          "endpoint-port",
          Severity.WARNING,
          "A probe that asks a path that the code serves asks the port on which it does.",
          "Something else answers, or nothing.");

  /** A port's name without a number. */
  public static final Rule PORT_NAME =
      drift(
          "probe-port-name",
          Severity.WARNING,
          "A probe that the code declares asks a port by a name that the container declares.",
          "The kubelet finds no port of that name, which is failure; unless an overlay adds it.");

  /** A port of two containers. */
  public static final Rule PORT_TAKEN =
      drift(
          "port-taken",
          Severity.WARNING,
          "No other container of the pod declares a port that the code serves.",
          "Containers of a pod share its network: one of the two cannot listen.");

  /** A Service that sends nowhere. */
  public static final Rule SERVICE_PORT =
      drift(
          "service-port",
          Severity.ERROR,
          "A Service's targetPort that is a name is declared by a container of the pods it selects,"
              + " and one that is a number is that of the port with its name.",
          "The Service sends traffic nowhere.");

  /** A Service that sends to a port nobody declares. */
  public static final Rule SERVICE_NUMBER =
      drift(
          "service-number",
          Severity.WARNING,
          "A Service's targetPort that is a number is declared by a container of the pods it"
              + " selects.",
          "Declaring a port is optional, but where others are declared, one was probably mistaken.");

  /** A file that a program writes. */
  public static final Rule GENERATED =
      drift(
          "merge-generated",
          Severity.WARNING,
          "A file that is merged into is not written by a program.",
          "The next run of that program takes the probes out again.");

  /** A manifest with a signature. */
  public static final Rule SIGNED =
      drift(
          "merge-signed",
          Severity.WARNING,
          "A manifest that is merged into is not signed.",
          "The signature does not fit any more.");

  /** A workload that is not there. */
  public static final Rule WORKLOAD_MISSING =
      drift(
          "merge-workload-missing",
          Severity.ERROR,
          "The workload that code declares probes for is in the manifests.",
          "Its probes would go nowhere, and nobody would notice.");

  /** Several places for one container. */
  public static final Rule AMBIGUOUS =
      drift(
          "merge-ambiguous",
          Severity.ERROR,
          "A container that code declares probes for is in the manifests once, unless every match is allowed.",
          "Nobody can tell which one is meant.");

  /** A container that is not there. */
  public static final Rule CONTAINER_MISSING =
      drift(
          "merge-container-missing",
          Severity.ERROR,
          "The workload has the container that code declares probes for.",
          "Its probes would go nowhere, and nobody would notice.");

  /** Probes that name no container. */
  public static final Rule CONTAINER_AMBIGUOUS =
      drift(
          "merge-container-ambiguous",
          Severity.ERROR,
          "Where a workload has several containers, the probes name theirs.",
          "Nobody can tell which one is meant.");

  /** Probes for an init container. */
  public static final Rule INIT_CONTAINER =
      drift(
          "merge-init-container",
          Severity.ERROR,
          "The container that code declares probes for may have probes.",
          "Kubernetes allows them on an init container only if its restartPolicy is Always.");

  /** Two declarations for one container. */
  public static final Rule PROBES_TWICE =
      drift(
          "merge-probes-twice",
          Severity.ERROR,
          "One set of probes is meant for a container.",
          "Nobody can tell which one counts.");

  /** A declared probe with two handlers. */
  public static final Rule ONE_HANDLER =
      drift(
          "merge-one-handler",
          Severity.ERROR,
          "A declared probe or hook has one handler.",
          "Kubernetes refuses several, and nobody can tell which one counts.");

  /** A port with two names or numbers. */
  public static final Rule PORT_CONFLICT =
      drift(
          "merge-port-conflict",
          Severity.ERROR,
          "A container declares the ports that the code serves by the same names and numbers.",
          "A probe by name would ask another port than the code serves.");

  /** Text that aliases share. */
  public static final Rule SHARED =
      drift(
          "merge-shared",
          Severity.ERROR,
          "What is to be edited is not shared with others by an alias or a merge key.",
          "They would change with it.");

  /** A file that SOPS encrypted. */
  public static final Rule ENCRYPTED =
      drift(
          "merge-encrypted",
          Severity.ERROR,
          "A file that is merged into is not encrypted by SOPS.",
          "It keeps a MAC over all values, and refuses the file after any other edit.");

  /** An edit that may do harm. */
  public static final Rule UNPROVEN =
      drift(
          "merge-unproven",
          Severity.ERROR,
          "After an edit nothing but the declared fields differs, and no comment is lost.",
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
          WORKLOAD_MISSING,
          AMBIGUOUS,
          CONTAINER_MISSING,
          CONTAINER_AMBIGUOUS,
          INIT_CONTAINER,
          PROBES_TWICE,
          ONE_HANDLER,
          PORT_CONFLICT,
          SHARED,
          ENCRYPTED,
          UNPROVEN);

  private MergeRules() {}

  private static Rule drift(String id, Severity severity, String summary, String why) {
    return new Rule(id, FindingKind.DRIFT, severity, summary, why, "Sonde");
  }
}
