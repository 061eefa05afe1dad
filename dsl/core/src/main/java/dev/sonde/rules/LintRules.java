package dev.sonde.rules;

import static dev.sonde.rules.Severity.ERROR;
import static dev.sonde.rules.Severity.INFO;
import static dev.sonde.rules.Severity.WARNING;

import java.util.List;

/** What Kubernetes accepts and experience advises against. {@code dev.sonde.lint} looks for it. */
public final class LintRules {

  /** No container of a pod has a readiness probe. */
  public static final Rule READINESS_MISSING =
      rule(
          "readiness-missing",
          WARNING,
          "A pod that serves traffic has a readiness probe.",
          "Without one a container counts as ready as soon as its process runs, and gets requests "
              + "before it can answer them. It is an error if a Service selects the pod. The rule "
              + "skips Jobs, CronJobs, pods that run to an end, and pods that no Service selects.",
          "kube-score: Pod Probes; kube-linter: no-readiness-probe; polaris:"
              + " readinessProbeMissing");

  /** No container of a pod has a liveness probe. */
  public static final Rule LIVENESS_MISSING =
      rule(
          "liveness-missing",
          INFO,
          "A pod that runs for ever has a liveness probe if a restart can cure a hang.",
          "Nothing else restarts a process that hangs without ending. Off by default: an "
              + "application that ends itself when it is beyond help needs none, and a liveness "
              + "probe for its own sake does more harm than none. Giving it a severity switches it "
              + "on. The rule skips Jobs, CronJobs and pods that run to an end.",
          "kube-linter: no-liveness-probe; polaris: livenessProbeMissing; kube-score: Pod Probes");

  /** A liveness probe without a startup probe. */
  public static final Rule STARTUP_MISSING =
      rule(
          "startup-missing",
          INFO,
          "A JVM container with a liveness probe also has a startup probe.",
          "Without one the liveness probe alone limits the start: a slow start ends in a restart, "
              + "and the next one is no faster. The rule is silent if jvm-start, jvm-cpu-limit or "
              + "liveness-delay says more about the probe.",
          "kube-linter: no-startup-probe");

  /** The start that is guaranteed is shorter than the worst one that was declared. */
  public static final Rule START_BUDGET =
      rule(
          "start-budget",
          ERROR,
          "The start that the probes guarantee is at least as long as the worst start declared.",
          "Otherwise the kubelet restarts the container while it starts, again and again. The "
              + "probes guarantee initialDelaySeconds + (failureThreshold - 1) x periodSeconds of "
              + "the startup probe, or else of the liveness probe; the usual threshold x period "
              + "overstates it by a period.",
          "Sonde");

  /** A JVM whose start is bounded by its liveness probe alone, and tightly. */
  public static final Rule JVM_START =
      rule(
          "jvm-start",
          WARNING,
          "A JVM container has a startup probe, or a liveness probe that leaves it 60 s.",
          "A JVM starts slowest when it hurts most: on a busy node, with a cold disk and throttled "
              + "CPU. Then the liveness probe restarts it before it was ever up.",
          "Sonde");

  /** A JVM under a CPU limit that stretches its start or its answers. */
  public static final Rule JVM_CPU_LIMIT =
      rule(
          "jvm-cpu-limit",
          WARNING,
          "Probes of a JVM with a CPU limit under one core allow for the slower start and answers.",
          "The CPU time of a start is nearly constant, so a limit stretches it. Measured: 11 to 13 "
              + "s of CPU time for a Spring Boot application of medium size, 26 s at 500m; 0.7 to "
              + "1 s for its first answer, 5 s at 200m. If the probes do not wait that long, the "
              + "kubelet restarts it, and the start begins again.",
          "Sonde; measured");

  /** A start that the probes allow and the rollout does not. */
  public static final Rule PROGRESS_DEADLINE =
      rule(
          "progress-deadline",
          WARNING,
          "A start that the probes allow fits into the rollout's progressDeadlineSeconds.",
          "The rollout fails once nothing has become ready for that long, 600 s by default, "
              + "although the container may go on starting and come up. The probes allow "
              + "initialDelaySeconds + failureThreshold x periodSeconds of the startup probe, or "
              + "else of the liveness probe.",
          "Kubernetes: Deployment; Argo Rollouts");

  /** A long initial delay of a liveness probe in place of a startup probe. */
  public static final Rule LIVENESS_DELAY =
      rule(
          "liveness-delay",
          INFO,
          "A liveness probe does not wait out the start by an initialDelaySeconds of more than 60.",
          "Every restart waits that long, even after a fast start, and a hang in that time goes "
              + "unnoticed. A startup probe ends as soon as the application is up.",
          "Sonde");

  /** An initial delay that a startup probe has made useless. */
  public static final Rule DELAY_BESIDE_STARTUP =
      rule(
          "delay-beside-startup",
          INFO,
          "Beside a startup probe, liveness and readiness have no initialDelaySeconds above 10.",
          "It counts from the container's start, not from the startup probe's success, so it either"
              + " has passed by then or holds back a container that is up.",
          "Sonde");

  /** Liveness and readiness ask the same question. */
  public static final Rule LIVENESS_EQUALS_READINESS =
      rule(
          "liveness-equals-readiness",
          WARNING,
          "Liveness and readiness do not ask the same question.",
          "Under overload both fail, and instead of less traffic the application gets a restart, "
              + "which moves its load to the others until they all restart.",
          "kube-score: Pod Probes");

  /** Liveness fails before readiness does. */
  public static final Rule LIVENESS_BEFORE_READINESS =
      rule(
          "liveness-before-readiness",
          WARNING,
          "Readiness fails before liveness does.",
          "Otherwise the kubelet kills the container while it still gets traffic, although a pause "
              + "without traffic might have cured it.",
          "kube-score: Pod Probes; Sonde");

  /** A liveness check that depends on something external. */
  public static final Rule LIVENESS_EXTERNAL =
      rule(
          "liveness-external",
          ERROR,
          "No check behind a liveness probe depends on another system, unless it says why.",
          "When that system fails, the kubelet restarts every container that asks for it, which "
              + "cures nothing and adds the load of all the starts.",
          "kube-score: README_PROBES; Sonde");

  /** A liveness probe that asks a framework's overall health. */
  public static final Rule LIVENESS_OVERALL_HEALTH =
      rule(
          "liveness-overall-health",
          WARNING,
          "A liveness probe does not ask a framework's endpoint for all health.",
          "/actuator/health of Spring Boot, /q/health of Quarkus and gRPC's service \"\" of Spring "
              + "and"
              + " Sonde include databases, brokers and disks. When one of them blinks, the kubelet "
              + "restarts every container.",
          "Sonde");

  /** A check that may take longer than the probe leaves to it. */
  public static final Rule CHECK_DEADLINE =
      rule(
          "check-deadline",
          ERROR,
          "The deadline of a check is shorter than the time that the probe's timeoutSeconds leaves "
              + "for checks.",
          "The endpoint answers a fifth of the timeout, at most 0.5 s, before it ends. A check "
              + "that may take longer never reaches its own deadline.",
          "Sonde");

  /** A restart by a probe that traffic does not know of. */
  public static final Rule RESTART_LOSES_TRAFFIC =
      rule(
          "restart-loses-traffic",
          WARNING,
          "An application with a declared shutdown goes on serving until readiness has failed.",
          "A restart by the liveness probe is no deletion: the endpoint stays ready, even while a "
              + "preStop hook sleeps, until readiness has failed. Until then clients lose "
              + "requests, unless the drain after SIGTERM is at least failureThreshold x "
              + "periodSeconds of readiness and 2 s more. Measured: 66 of 4,569 requests lost with "
              + "a drain of 2 s, none of 13,709 with 6 s. The rule judges code with @Shutdown.",
          "Sonde; measured on a node");

  /** A timeout that is longer than the period. */
  public static final Rule TIMEOUT_BEYOND_PERIOD =
      rule(
          "timeout-beyond-period",
          WARNING,
          "The timeoutSeconds of a probe is not longer than its periodSeconds.",
          "Otherwise tries that hang follow each other without a pause, in the rhythm of the"
              + " timeout instead of the period.",
          "Sonde");

  /** One failed try restarts the container. */
  public static final Rule LIVENESS_SINGLE_FAILURE =
      rule(
          "liveness-single-failure",
          WARNING,
          "A liveness probe fails more than once before it restarts the container.",
          "With failureThreshold 1, one lost packet or one pause of the garbage collector causes a "
              + "restart.",
          "Sonde");

  /** A restarted container that liveness asks before startup has. */
  public static final Rule STARTED_INHERITED =
      rule(
          "started-inherited",
          INFO,
          "Liveness cannot restart a container again before its startup probe's first try.",
          "In Kubernetes 1.35 and 1.36 a container that a probe restarts counts as started until"
              + " its startup probe's next tick (kubernetes issue 141155, repaired in later"
              + " patches).",
          "Sonde; kubernetes issue 141155");

  /** A liveness probe that waits one second for a JVM. */
  public static final Rule JVM_TIMEOUT =
      rule(
          "jvm-timeout",
          INFO,
          "A liveness probe of a JVM container has a timeoutSeconds above 1.",
          "A pause of the garbage collector, or CPU throttling, can take longer than the default "
              + "of 1 s.",
          "Sonde");

  /** A liveness probe that only opens a connection. */
  public static final Rule LIVENESS_TCP =
      rule(
          "liveness-tcp",
          WARNING,
          "A liveness probe of a JVM container does more than open a TCP connection.",
          "The kernel accepts connections for a process that hangs, so the probe passes when it"
              + " should fail.",
          "Sonde");

  /** A port name that the container does not declare. */
  public static final Rule PORT_UNDECLARED =
      rule(
          "port-undeclared",
          ERROR,
          "The container declares each port that a probe names.",
          "The API server does not check it. At run time every try ends in an error, and errors do"
              + " not count: readiness never comes, liveness never fails, a startup probe hangs.",
          "kube-linter: liveness-port, readiness-port, startup-port");

  /** A port number that the container does not declare. */
  public static final Rule PORT_NUMBER_UNDECLARED =
      rule(
          "port-number-undeclared",
          WARNING,
          "The container declares each port number that a probe asks.",
          "An undeclared one works, but readers and other tools look at the list of ports for what "
              + "the container serves, and a missing number is often a leftover. One finding "
              + "covers all probes of the port.",
          "kube-linter: liveness-port, readiness-port, startup-port");

  /** A port that does not speak TCP. */
  public static final Rule PORT_WITHOUT_TCP =
      rule(
          "port-without-tcp",
          WARNING,
          "The port of a probe or hook speaks TCP.",
          "No probe asks by UDP or SCTP. Unless something also listens on the same number by TCP, "
              + "every try fails.",
          "Kubernetes: kubelet");

  /** One port of the node for two pods. */
  public static final Rule HOST_PORT_CLASH =
      rule(
          "host-port-clash",
          WARNING,
          "Workloads whose pods may meet on a node take different ports of the node.",
          "With hostNetwork, or a hostPort, a port belongs to the node. The scheduler never places "
              + "the second pod there if it declares the port; if it does not, it fails to start, "
              + "or the first pod answers its probe. The rule is silent if node selectors keep the "
              + "pods apart.",
          "Kubernetes: scheduler, NodePorts");

  /** Plain HTTP on a port that speaks TLS by convention. */
  public static final Rule HTTP_ON_TLS_PORT =
      rule(
          "http-on-tls-port",
          WARNING,
          "A probe of a port that speaks TLS has the scheme HTTPS.",
          "The default is HTTP, and a TLS server answers that with status 400 or by closing the"
              + " connection.",
          "Sonde");

  /** A host in a probe or hook. */
  public static final Rule HOST_SET =
      rule(
          "host-set",
          WARNING,
          "Probes and lifecycle hooks leave host unset.",
          "Pod Security's baseline level forbids it from policy version 1.34 on. The node resolves"
              + " and dials it, so localhost is the node, and another host says nothing about this"
              + " container.",
          "Kubernetes: Pod Security Standards, baseline");

  /** A path that is a whole URL. */
  public static final Rule PATH_IS_URL =
      rule(
          "path-is-url",
          WARNING,
          "The path of a probe is a path, not a URL.",
          "Kubernetes silently overwrites scheme, host and port in it, so the probe does not ask "
              + "what it seems to ask.",
          "Sonde");

  /** A blank at either end of what is asked for. */
  public static final Rule BLANK_AT_END =
      rule(
          "blank-at-end",
          WARNING,
          "The path, host, service or program of a probe or hook has no blank at either end, no "
              + "typographic quote in front, and no invisible text.",
          "The probe asks for exactly this text, and finds nothing. A line break at the end comes "
              + "from YAML's | and >; a no-break or zero-width space or such a quote comes from "
              + "text copied from a page.",
          "Sonde");

  /** A variable that is used as it is written. */
  public static final Rule VARIABLE_UNEXPANDED =
      rule(
          "variable-unexpanded",
          WARNING,
          "A probe or hook only uses environment variables where something expands them.",
          "Kubernetes expands $(NAME) in the command of a probe, if the container's env has the "
              + "value itself, and nothing in paths, headers, hosts and the commands of hooks. "
              + "$NAME and ${NAME} need a shell. The rule is silent if the image, too, has a "
              + "variable that a tool fills in first.",
          "Kubernetes: kubelet");

  /** Credentials for everybody who may read the manifest. */
  public static final Rule PROBE_CREDENTIALS =
      rule(
          "probe-credentials",
          WARNING,
          "The headers, path and command of a probe or hook hold no credentials.",
          "Manifests are in version control, and anybody who may get the pod can read them. A "
              + "probe cannot take them from a Secret.",
          "Sonde");

  /** A path that likely answers with a redirect to another host. */
  public static final Rule REDIRECT_TRAP =
      rule(
          "redirect-trap",
          WARNING,
          "The path of a probe is not a login page.",
          "The kubelet does not follow a redirect to another host, and counts it as success, so "
              + "the probe always passes.",
          "Kubernetes: kubelet, pkg/probe/http");

  /** A command that needs a shell it does not have. */
  public static final Rule EXEC_WITHOUT_SHELL =
      rule(
          "exec-without-shell",
          WARNING,
          "A command in shell syntax runs in a shell.",
          "Kubernetes starts the program itself: a whole command line in one element names a"
              + " program that does not exist, and |, && or > are arguments.",
          "Sonde");

  /** A program that the image does not have. */
  public static final Rule PROGRAM_NOT_IN_IMAGE =
      rule(
          "program-not-in-image",
          WARNING,
          "The command of a probe or hook is in the image.",
          "A distroless image has no shell, no wget, no curl and none of the usual small programs."
              + " Every try of a probe ends in an error then, and errors do not count: liveness"
              + " never fails, readiness never comes. A hook fails, and its wait does not happen.",
          "Sonde");

  /** A command that starts a JVM. */
  public static final Rule EXEC_STARTS_JVM =
      rule(
          "exec-starts-jvm",
          WARNING,
          "The command of a probe does not start a JVM.",
          "Each start takes CPU and memory from the application, and under load more time than the "
              + "timeout allows.",
          "Sonde");

  /** A command that runs very often. */
  public static final Rule EXEC_SHORT_PERIOD =
      rule(
          "exec-short-period",
          INFO,
          "An exec probe runs at most every 5 s.",
          "Each try starts a process in the container through the container runtime, which costs"
              + " far more than an HTTP request.",
          "Sonde");

  /** A probe's grace period beyond the pod's. */
  public static final Rule GRACE_BEYOND_POD =
      rule(
          "grace-beyond-pod",
          WARNING,
          "The grace period of a probe is no longer than the pod's.",
          "A probe's own grace period should shorten the wait for a container that hangs. A longer "
              + "one delays the restart.",
          "Kubernetes: kubelet, only logged");

  /** A preStop hook that uses up the grace period. */
  public static final Rule PRE_STOP_BEYOND_GRACE =
      rule(
          "pre-stop-beyond-grace",
          WARNING,
          "A preStop hook ends well before the grace period does.",
          "The hook runs inside that period, and the process only has the rest to stop by itself "
              + "before SIGKILL. If a probe with its own grace period restarts the container, that "
              + "one counts.",
          "Kubernetes: kubelet");

  /** A sleep of 0 in a hook. */
  public static final Rule HOOK_SLEEP_ZERO =
      rule(
          "hook-sleep-zero",
          INFO,
          "The sleep of a lifecycle hook is at least 1 second.",
          "0 does nothing, and Kubernetes before 1.33 refuses it.",
          "Kubernetes: feature gate PodLifecycleSleepActionAllowZero");

  /** A signal that does not stop the container in an orderly way. */
  public static final Rule STOP_SIGNAL =
      rule(
          "stop-signal",
          WARNING,
          "Kubernetes and the application know the stopSignal of a container, and its pod has an "
              + "os.name.",
          "With the feature gate ContainerStopSignals on, the API server refuses any other. The "
              + "JVM only runs its shutdown hooks at SIGTERM, SIGINT and SIGHUP.",
          "Kubernetes: API validation; OpenJDK: signals of the JVM");

  /** A probe that kills what nobody starts again. */
  public static final Rule RESTART_NEVER =
      rule(
          "restart-never",
          WARNING,
          "A pod with startup or liveness probes restarts its containers.",
          "With restartPolicy Never a container stays dead once its probe kills it. The rule skips "
              + "Jobs, which start another pod.",
          "Kubernetes: kubelet");

  /** A readiness probe where no traffic comes. */
  public static final Rule READINESS_OF_JOB =
      rule(
          "readiness-of-job",
          INFO,
          "A Job has no readiness probe.",
          "Readiness decides about traffic from Services, and a Job seldom gets any.",
          "polaris, kube-score: both leave Jobs out");

  /** Each of these rules, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          READINESS_MISSING,
          LIVENESS_MISSING,
          STARTUP_MISSING,
          START_BUDGET,
          JVM_START,
          JVM_CPU_LIMIT,
          PROGRESS_DEADLINE,
          LIVENESS_DELAY,
          DELAY_BESIDE_STARTUP,
          LIVENESS_EQUALS_READINESS,
          LIVENESS_BEFORE_READINESS,
          LIVENESS_EXTERNAL,
          LIVENESS_OVERALL_HEALTH,
          CHECK_DEADLINE,
          RESTART_LOSES_TRAFFIC,
          TIMEOUT_BEYOND_PERIOD,
          LIVENESS_SINGLE_FAILURE,
          STARTED_INHERITED,
          JVM_TIMEOUT,
          LIVENESS_TCP,
          PORT_UNDECLARED,
          PORT_NUMBER_UNDECLARED,
          PORT_WITHOUT_TCP,
          HOST_PORT_CLASH,
          HTTP_ON_TLS_PORT,
          HOST_SET,
          PATH_IS_URL,
          BLANK_AT_END,
          VARIABLE_UNEXPANDED,
          PROBE_CREDENTIALS,
          REDIRECT_TRAP,
          EXEC_WITHOUT_SHELL,
          PROGRAM_NOT_IN_IMAGE,
          EXEC_STARTS_JVM,
          EXEC_SHORT_PERIOD,
          GRACE_BEYOND_POD,
          PRE_STOP_BEYOND_GRACE,
          HOOK_SLEEP_ZERO,
          STOP_SIGNAL,
          RESTART_NEVER,
          READINESS_OF_JOB);

  private LintRules() {}

  private static Rule rule(
      String id, Severity severity, String summary, String why, String source) {
    return new Rule(id, FindingKind.LINT, severity, summary, why, source);
  }
}
