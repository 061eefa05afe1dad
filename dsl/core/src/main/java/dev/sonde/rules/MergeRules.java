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
          "The cluster only gets what is in the manifest.");

  /** A field with another value. */
  public static final Rule DIFFERENT =
      drift(
          "drift-different",
          Severity.ERROR,
          "A manifest has the values that the code declares.",
          "The kubelet follows the manifest, and the code answers by its own values.");

  /** A field that nobody declares any more. */
  public static final Rule STALE =
      drift(
          "drift-stale",
          Severity.ERROR,
          "A manifest has no leftovers of merging that the code no longer declares.",
          "A probe that nobody answers restarts or hides healthy containers.");

  /** A probe that only the manifest has. */
  public static final Rule EXTRA =
      drift(
          "drift-extra",
          Severity.INFO,
          "If code declares probes of a container, it declares each one.",
          "Readers of the code do not know about the others. That may be your intention.");

  /** A path that the code does not serve. */
  public static final Rule ENDPOINT_MISSING =
      drift(
          "endpoint-missing",
          Severity.ERROR,
          "A probe of the code's port asks a path that the code serves.",
          "Every answer is 404, a failure.");

  /** A path on another port than the code's. */
  public static final Rule ENDPOINT_PORT =
      drift(
          "endpoint-port",
          Severity.WARNING,
          "A probe of a path of the code asks the code's port.",
          "Something else answers, or nothing.");

  /** A port's name without a number. */
  public static final Rule PORT_NAME =
      drift(
          "probe-port-name",
          Severity.WARNING,
          "If a declared probe asks a port by name, the container declares that name.",
          "The kubelet finds no port of that name, and the probe fails, unless an overlay adds "
              + "it.");

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
          "A container of the selected pods declares the name in a Service's targetPort, and a "
              + "number there is the one of the port with its name.",
          "The Service sends traffic nowhere.");

  /** A Service that sends to a port nobody declares. */
  public static final Rule SERVICE_NUMBER =
      drift(
          "service-number",
          Severity.WARNING,
          "A container of the selected pods declares the number in a Service's targetPort.",
          "Declaring a port is optional, but if the container declares others, this one is "
              + "probably a mistake.");

  /** A file that a program writes. */
  public static final Rule GENERATED =
      drift(
          "merge-generated",
          Severity.WARNING,
          "No program writes the file that you merge into.",
          "The next run of that program removes the probes again.");

  /** A manifest with a signature. */
  public static final Rule SIGNED =
      drift(
          "merge-signed",
          Severity.WARNING,
          "The manifest that you merge into is not signed.",
          "Merging breaks the signature.");

  /** A workload that is not there. */
  public static final Rule WORKLOAD_MISSING =
      drift(
          "merge-workload-missing",
          Severity.ERROR,
          "The manifests have the workload that code declares probes for.",
          "Its probes would go nowhere, and nobody would notice.");

  /** Several places for one container. */
  public static final Rule AMBIGUOUS =
      drift(
          "merge-ambiguous",
          Severity.ERROR,
          "The manifests have the container that code declares probes for once, unless you allow "
              + "every match.",
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
          "If a workload has several containers, the probes name theirs.",
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
          "A container has one set of probes.",
          "Nobody can tell which one counts.");

  /** A declared probe with two handlers. */
  public static final Rule ONE_HANDLER =
      drift(
          "merge-one-handler",
          Severity.ERROR,
          "A declared probe or hook has one handler.",
          "Kubernetes refuses more, and nobody can tell which one counts.");

  /** A port with two names or numbers. */
  public static final Rule PORT_CONFLICT =
      drift(
          "merge-port-conflict",
          Severity.ERROR,
          "A container declares the ports that the code serves by the same names and numbers.",
          "A probe by name would ask a port that the code does not serve.");

  /** Text that aliases share. */
  public static final Rule SHARED =
      drift(
          "merge-shared",
          Severity.ERROR,
          "No alias or merge key shares the text to edit with others.",
          "The others would change with it.");

  /** A file that SOPS encrypted. */
  public static final Rule ENCRYPTED =
      drift(
          "merge-encrypted",
          Severity.ERROR,
          "The file that you merge into is not encrypted by SOPS.",
          "It keeps a MAC over all values, and refuses the file after any other edit.");

  /** An edit that may do harm. */
  public static final Rule UNPROVEN =
      drift(
          "merge-unproven",
          Severity.ERROR,
          "An edit changes nothing but the declared fields, and keeps all comments.",
          "Sonde prefers writing nothing to writing something wrong.");

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
