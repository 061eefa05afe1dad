package dev.sonde.rules;

import java.util.List;

/** What is demanded of the configuration of a framework that answers the probes itself. */
public final class FrameworkRules {

  /** An application that may be several things. */
  public static final Rule UNCLEAR =
      rule(
          "framework-unclear",
          FindingKind.INPUT,
          Severity.ERROR,
          "It is clear which framework answers the probes, and in which way it serves.",
          "Each one answers somewhere else.");

  /** A configuration file that is broken. */
  public static final Rule SYNTAX =
      rule(
          "setting-syntax",
          FindingKind.INPUT,
          Severity.ERROR,
          "A configuration file, and JSON in a variable, can be read.",
          "The application does not start with it, or reads something else than is meant.");

  /** A value that only the running application knows. */
  public static final Rule UNKNOWN =
      rule(
          "setting-unknown",
          FindingKind.DRIFT,
          Severity.ERROR,
          "What moves the health endpoints is known before the application runs.",
          "Nobody can tell whether a probe reaches them.");

  /** A value with which the application does not start. */
  public static final Rule WRONG =
      rule(
          "setting-wrong",
          FindingKind.DRIFT,
          Severity.ERROR,
          "What moves the health endpoints has a value that the framework takes.",
          "The application does not start, and nothing answers.");

  /** Settings that lie elsewhere. */
  public static final Rule UNSEEN =
      rule(
          "settings-unseen",
          FindingKind.DRIFT,
          Severity.WARNING,
          "Settings that move the health endpoints are in files that Sonde has read.",
          "What is set elsewhere counts more, and may move them.");

  /** Endpoints that do not answer. */
  public static final Rule HEALTH_OFF =
      rule(
          "health-off",
          FindingKind.DRIFT,
          Severity.ERROR,
          "The framework answers probes where the kubelet can ask.",
          "The kubelet gets no answer, or 404, which is failure.");

  /** Endpoints behind authentication. */
  public static final Rule HEALTH_SECURED =
      rule(
          "health-secured",
          FindingKind.DRIFT,
          Severity.WARNING,
          "The health endpoints answer without credentials.",
          "The kubelet has none, and 401 is failure. Whether a filter lets it through is said in"
              + " code, which is not read.");

  /** A group that asks more than is meant. */
  public static final Rule LIVENESS_GROUP =
      rule(
          "liveness-group",
          FindingKind.DRIFT,
          Severity.WARNING,
          "A health group of liveness that is configured says what it includes.",
          "Otherwise every contributor is in it: a database that is away restarts all pods.");

  /** A value that versions read differently. */
  public static final Rule BY_VERSION =
      rule(
          "setting-by-version",
          FindingKind.DRIFT,
          Severity.WARNING,
          "What switches the health endpoints is true or false.",
          "Versions of the framework read other words differently.");

  /** A setting that comes too late. */
  public static final Rule AT_BUILD =
      rule(
          "setting-at-build",
          FindingKind.DRIFT,
          Severity.WARNING,
          "A setting that is read when the application is built is not set by a container.",
          "It changes nothing there, and the application does not say so.");

  /** Probes of a generated manifest that ask where nobody listens. */
  public static final Rule GENERATED_PORT =
      rule(
          "generated-port",
          FindingKind.DRIFT,
          Severity.WARNING,
          "The probes that a framework writes into manifests ask a port on which it answers.",
          "The pod never becomes ready, or is restarted again and again.");

  /** Endpoints that answer failure with success. */
  public static final Rule HEALTH_STATUS =
      rule(
          "health-status",
          FindingKind.DRIFT,
          Severity.ERROR,
          "Health that is down is answered with a status that is no success.",
          "The kubelet looks at the status alone, and takes a sick application for a healthy one.");

  /** A framework that closes its port before anybody is told. */
  public static final Rule SHUTDOWN_REFUSES =
      rule(
          "shutdown-refuses",
          FindingKind.DRIFT,
          Severity.WARNING,
          "An application that is told to end goes on serving until readiness has been noticed.",
          "Clients still send requests, which are refused: each rollout loses some.");

  /** A version that nobody tried. */
  public static final Rule UNTRIED =
      rule(
          "framework-untried",
          FindingKind.DRIFT,
          Severity.INFO,
          "The version of the framework is not older than those whose settings were tried.",
          "Older ones may have other settings and defaults.");

  /** Checks without a time limit. */
  public static final Rule ENDLESS =
      rule(
          "health-endless",
          FindingKind.LINT,
          Severity.INFO,
          "Health checks are asked with a time limit.",
          "The kubelet hears nothing of the other checks, and threads pile up until the application"
              + " is dead.");

  /** Checks that block an event loop. */
  public static final Rule EVENT_LOOP =
      rule(
          "check-on-event-loop",
          FindingKind.LINT,
          Severity.WARNING,
          "A check that may wait is not called on an event loop.",
          "All other requests of that event loop wait as long as the check.");

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          UNKNOWN,
          WRONG,
          UNSEEN,
          HEALTH_OFF,
          HEALTH_SECURED,
          HEALTH_STATUS,
          LIVENESS_GROUP,
          BY_VERSION,
          AT_BUILD,
          GENERATED_PORT,
          SHUTDOWN_REFUSES,
          UNTRIED,
          ENDLESS,
          EVENT_LOOP,
          UNCLEAR,
          SYNTAX);

  private FrameworkRules() {}

  private static Rule rule(
      String id, FindingKind kind, Severity severity, String summary, String why) {
    return new Rule(id, kind, severity, summary, why, "Sonde");
  }
}
