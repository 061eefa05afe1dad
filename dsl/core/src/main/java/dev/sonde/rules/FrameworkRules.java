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
          "It is clear which framework answers the probes, and how it serves.",
          "Each one answers somewhere else.");

  /** A configuration file that is broken. */
  public static final Rule SYNTAX =
      rule(
          "setting-syntax",
          FindingKind.INPUT,
          Severity.ERROR,
          "Sonde can read configuration files, and JSON in a variable.",
          "Otherwise the application does not start, or reads something else.");

  /** A value that only the running application knows. */
  public static final Rule UNKNOWN =
      rule(
          "setting-unknown",
          FindingKind.DRIFT,
          Severity.ERROR,
          "Sonde can read every setting that moves the health endpoints before the application "
              + "runs.",
          "Nobody can tell whether a probe reaches them.");

  /** A value with which the application does not start. */
  public static final Rule WRONG =
      rule(
          "setting-wrong",
          FindingKind.DRIFT,
          Severity.ERROR,
          "A setting that moves the health endpoints has a value that the framework accepts.",
          "The application does not start, and nothing answers.");

  /** Settings that lie elsewhere. */
  public static final Rule UNSEEN =
      rule(
          "settings-unseen",
          FindingKind.DRIFT,
          Severity.WARNING,
          "Settings that move the health endpoints are in files that Sonde has read.",
          "Settings elsewhere take precedence, and may move them.");

  /** Endpoints that do not answer. */
  public static final Rule HEALTH_OFF =
      rule(
          "health-off",
          FindingKind.DRIFT,
          Severity.ERROR,
          "The framework answers probes where the kubelet can ask.",
          "The kubelet gets no answer, or 404, a failure.");

  /** Endpoints behind authentication. */
  public static final Rule HEALTH_SECURED =
      rule(
          "health-secured",
          FindingKind.DRIFT,
          Severity.WARNING,
          "The health endpoints answer without credentials.",
          "The kubelet has none, and 401 is a failure. Only code, which Sonde does not read, says "
              + "whether a filter lets it through.");

  /** A group that asks more than is meant. */
  public static final Rule LIVENESS_GROUP =
      rule(
          "liveness-group",
          FindingKind.DRIFT,
          Severity.WARNING,
          "A configured health group of liveness says what it includes.",
          "Otherwise it has every contributor: a missing database restarts all pods.");

  /** A value that versions read differently. */
  public static final Rule BY_VERSION =
      rule(
          "setting-by-version",
          FindingKind.DRIFT,
          Severity.WARNING,
          "A setting that switches the health endpoints on or off is true or false.",
          "Versions of the framework read other words differently.");

  /** A setting that comes too late. */
  public static final Rule AT_BUILD =
      rule(
          "setting-at-build",
          FindingKind.DRIFT,
          Severity.WARNING,
          "No container sets a build-time setting.",
          "It has no effect there, and the application does not say so.");

  /** Probes of a generated manifest that ask where nobody listens. */
  public static final Rule GENERATED_PORT =
      rule(
          "generated-port",
          FindingKind.DRIFT,
          Severity.WARNING,
          "Probes in a framework's generated manifests ask a port on which it answers.",
          "The pod never becomes ready, or restarts again and again.");

  /** Endpoints that answer failure with success. */
  public static final Rule HEALTH_STATUS =
      rule(
          "health-status",
          FindingKind.DRIFT,
          Severity.ERROR,
          "While health is down, the answer's status is a failure.",
          "The kubelet only looks at the status, and takes a sick application for a healthy one.");

  /** A framework that closes its port before anybody can know. */
  public static final Rule SHUTDOWN_REFUSES =
      rule(
          "shutdown-refuses",
          FindingKind.DRIFT,
          Severity.WARNING,
          "After SIGTERM an application goes on serving until clients have noticed readiness.",
          "Clients still send requests and get refused: each rollout loses some.");

  /** A version that nobody tried. */
  public static final Rule UNTRIED =
      rule(
          "framework-untried",
          FindingKind.DRIFT,
          Severity.INFO,
          "The framework's version is not older than the tested ones.",
          "Older ones may have other settings and defaults.");

  /** Checks without a time limit. */
  public static final Rule ENDLESS =
      rule(
          "health-endless",
          FindingKind.LINT,
          Severity.INFO,
          "Health checks have a time limit.",
          "If one hangs, the kubelet gets no answer from the others, and threads pile up until the "
              + "application is dead.");

  /** Checks that block an event loop. */
  public static final Rule EVENT_LOOP =
      rule(
          "check-on-event-loop",
          FindingKind.LINT,
          Severity.WARNING,
          "A check that may wait does not run on an event loop.",
          "All other requests of that event loop wait with the check.");

  /** Answers of checks that say nothing. */
  public static final Rule STATUSLESS =
      rule(
          "response-without-status",
          FindingKind.LINT,
          Severity.WARNING,
          "The answer of a health check has a name and a status.",
          "A framework that waits for them answers no probe, whatever the other checks find.");

  /** Checks that are called while the application starts. */
  public static final Rule AT_START =
      rule(
          "check-called-at-start",
          FindingKind.LINT,
          Severity.INFO,
          "Probes ask health checks, and the start of the application does not.",
          "A check that hangs then keeps the application from starting, and nothing answers the"
              + " probes.");

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
          AT_START,
          STATUSLESS,
          UNCLEAR,
          SYNTAX);

  private FrameworkRules() {}

  private static Rule rule(
      String id, FindingKind kind, Severity severity, String summary, String why) {
    return new Rule(id, kind, severity, summary, why, "Sonde");
  }
}
