package dev.sonde.rules;

import java.util.List;

/** What the API server's validation refuses. */
public final class ApiRules {

  /** A probe or hook that does nothing. */
  public static final Rule HANDLER_MISSING =
      rule(
          "handler-missing",
          "A probe, and a lifecycle hook, has a handler.",
          "Without one it can do nothing.");

  /** A probe or hook that does two things. */
  public static final Rule ONE_HANDLER =
      rule(
          "one-handler",
          "A probe, and a lifecycle hook, has only one handler.",
          "Kubernetes does not combine them. It looks at the first of exec, httpGet, tcpSocket,"
              + " grpc, sleep, and forbids the others.");

  /** A command without a program. */
  public static final Rule EXEC_COMMAND =
      rule(
          "exec-command",
          "The command of an exec handler has at least one element.",
          "Otherwise the handler has no program to run.");

  /** A scheme that Kubernetes does not speak. */
  public static final Rule HTTP_SCHEME =
      rule(
          "http-scheme",
          "The scheme of an HTTP handler is HTTP or HTTPS, in capitals.",
          "Kubernetes compares the text as it is.");

  /** A protocol that Kubernetes does not speak, or not in that way. */
  public static final Rule HTTP_PROTOCOL =
      rule(
          "http-protocol",
          "The protocol of an HTTP handler is HTTP1 or HTTP2; HTTP2 needs the scheme HTTP and no"
              + " host.",
          "HTTP2 is HTTP/2 without TLS (h2c), sent to the pod's own address.");

  /** A mode that gRPC does not have. */
  public static final Rule GRPC_MODE =
      rule(
          "grpc-mode",
          "The mode of a gRPC handler is Plaintext or TLS.",
          "Kubernetes compares the text as it is.");

  /** A header name with other characters. */
  public static final Rule HTTP_HEADER_NAME =
      rule(
          "http-header-name",
          "The name of an HTTP header consists of letters, digits and hyphens.",
          "Kubernetes accepts fewer characters than HTTP itself does.");

  /** A port number that is none. */
  public static final Rule PORT_RANGE =
      rule(
          "port-range",
          "A port number is from 1 to 65535.",
          "TCP has no other ports. A missing port counts as 0.");

  /** A port name that is none. */
  public static final Rule PORT_NAME =
      rule(
          "port-name",
          "A port name has 1 to 15 characters of a-z, 0-9 and hyphens, one of them a letter, and no"
              + " hyphen at either end or beside another.",
          "A port in quotes is a name, even if it consists of digits: write a number without "
              + "quotes.");

  /** Two ports of one name. */
  public static final Rule PORT_NAME_DUPLICATE =
      rule(
          "port-name-duplicate",
          "Each named port of a container has a name of its own.",
          "A probe or a Service that asks for a name means one port, whatever the protocol.");

  /** A number below 0. */
  public static final Rule NEGATIVE_NUMBER =
      rule(
          "negative-number",
          "The numbers of a probe are not negative.",
          "0 means Kubernetes' default; lower numbers mean nothing.");

  /** A grace period below 1. */
  public static final Rule GRACE_PERIOD_POSITIVE =
      rule(
          "grace-period-positive",
          "The grace period of a probe is at least 1 second.",
          "It overrides the pod's, and no container can stop in 0 seconds.");

  /** A liveness probe that must succeed more than once. */
  public static final Rule LIVENESS_SUCCESS_THRESHOLD =
      rule(
          "liveness-success-threshold",
          "The successThreshold of a liveness probe is 1.",
          "After a failure the kubelet restarts the container, so it never counts successes.");

  /** A startup probe that must succeed more than once. */
  public static final Rule STARTUP_SUCCESS_THRESHOLD =
      rule(
          "startup-success-threshold",
          "The successThreshold of a startup probe is 1.",
          "One success shows that the container has started.");

  /** A grace period of a probe that stops nothing. */
  public static final Rule READINESS_GRACE_PERIOD =
      rule(
          "readiness-grace-period",
          "A readiness probe has no terminationGracePeriodSeconds.",
          "Its failure stops no container.");

  /** A sleep beyond the grace period. */
  public static final Rule HOOK_SLEEP_RANGE =
      rule(
          "hook-sleep-range",
          "The sleep of a lifecycle hook fits into the pod's grace period.",
          "The hook runs inside that period, and ends with it.");

  /** A probe of a container that runs to its end. */
  public static final Rule INIT_CONTAINER_PROBE =
      rule(
          "init-container-probe",
          "An init container has no probes, unless its restartPolicy is Always.",
          "It ends before the others start; its exit shows that it is done.");

  /** A hook of a container that runs to its end. */
  public static final Rule INIT_CONTAINER_LIFECYCLE =
      rule(
          "init-container-lifecycle",
          "An init container has no lifecycle hooks, unless its restartPolicy is Always.",
          "It ends before the others start; nothing stops it.");

  /** A restart policy that there is not. */
  public static final Rule CONTAINER_RESTART_POLICY =
      rule(
          "container-restart-policy",
          "A container's own restartPolicy is Always, OnFailure or Never, and restartPolicyRules "
              + "need one.",
          "Kubernetes 1.35 and newer follow it (feature gate ContainerRestartRules); 1.34 ignores "
              + "it,"
              + " and older ones know only Always, for sidecars.");

  /** A rule for exit codes that cannot be followed. */
  public static final Rule RESTART_POLICY_RULES =
      rule(
          "restart-policy-rules",
          "A container has at most 20 restartPolicyRules, each with an action and at most 255 exit"
              + " codes.",
          "The action is Restart or, from Kubernetes 1.36 on, RestartAllContainers; the operator "
              + "for"
              + " the exit codes is In or NotIn.");

  /** A probe, hook or port of an ephemeral container. */
  public static final Rule EPHEMERAL_CONTAINER =
      rule(
          "ephemeral-container",
          "An ephemeral container has no probes, lifecycle hooks, ports or restartPolicy.",
          "It is a visitor for debugging; nothing may rely on it.");

  /** Each of these rules, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          HANDLER_MISSING,
          ONE_HANDLER,
          EXEC_COMMAND,
          HTTP_SCHEME,
          HTTP_PROTOCOL,
          GRPC_MODE,
          HTTP_HEADER_NAME,
          PORT_RANGE,
          PORT_NAME,
          PORT_NAME_DUPLICATE,
          NEGATIVE_NUMBER,
          GRACE_PERIOD_POSITIVE,
          LIVENESS_SUCCESS_THRESHOLD,
          STARTUP_SUCCESS_THRESHOLD,
          READINESS_GRACE_PERIOD,
          HOOK_SLEEP_RANGE,
          INIT_CONTAINER_PROBE,
          INIT_CONTAINER_LIFECYCLE,
          CONTAINER_RESTART_POLICY,
          RESTART_POLICY_RULES,
          EPHEMERAL_CONTAINER);

  private ApiRules() {}

  private static Rule rule(String id, String summary, String why) {
    return new Rule(
        id, FindingKind.API, Severity.ERROR, summary, why, "Kubernetes: API validation");
  }
}
