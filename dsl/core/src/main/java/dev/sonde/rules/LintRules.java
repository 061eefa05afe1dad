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
          "Without one a container counts as ready as soon as its process runs, and gets requests"
              + " before it can answer them. An error where a Service selects the pod. Not asked of"
              + " Jobs, CronJobs, pods that run to an end, and pods that no Service selects.",
          "kube-score: Pod Probes; kube-linter: no-readiness-probe; polaris:"
              + " readinessProbeMissing");

  /** No container of a pod has a liveness probe. */
  public static final Rule LIVENESS_MISSING =
      rule(
          "liveness-missing",
          INFO,
          "A pod that runs for ever has a liveness probe, where a restart can cure a hang.",
          "A process that hangs without ending is not restarted by anything else. Off by default:"
              + " an application that ends itself when it is beyond help needs none, and a liveness"
              + " probe for its own sake does more harm than none. On as soon as it is given a"
              + " severity. Not asked of Jobs, CronJobs and pods that run to an end.",
          "kube-linter: no-liveness-probe; polaris: livenessProbeMissing; kube-score: Pod Probes");

  /** A liveness probe without a startup probe. */
  public static final Rule STARTUP_MISSING =
      rule(
          "startup-missing",
          INFO,
          "A container on a JVM that has a liveness probe has a startup probe too.",
          "Without one the liveness probe alone bounds the start: a start that is slower than usual"
              + " ends in a restart, and the next one is no faster. Only where neither jvm-start,"
              + " jvm-cpu-limit nor liveness-delay says more of the same probe.",
          "kube-linter: no-startup-probe");

  /** The start that is guaranteed is shorter than the worst one that was declared. */
  public static final Rule START_BUDGET =
      rule(
          "start-budget",
          ERROR,
          "The start that the probes guarantee is at least as long as the worst start declared.",
          "The container is restarted while it starts, again and again. What is guaranteed is"
              + " initialDelaySeconds + (failureThreshold - 1) x periodSeconds of the startup"
              + " probe, or of the liveness probe where there is none; the usual threshold x period"
              + " overstates it by a period.",
          "Sonde");

  /** A JVM whose start is bounded by its liveness probe alone, and tightly. */
  public static final Rule JVM_START =
      rule(
          "jvm-start",
          WARNING,
          "A container on a JVM has a startup probe, or a liveness probe that leaves it 60 s.",
          "A JVM starts slowest just when it hurts: on a busy node, with a cold disk and throttled"
              + " CPU. Then the liveness probe restarts it before it was ever up.",
          "Sonde");

  /** A JVM under a CPU limit that stretches its start or its answers. */
  public static final Rule JVM_CPU_LIMIT =
      rule(
          "jvm-cpu-limit",
          WARNING,
          "A JVM with a CPU limit under one core has the time to start and to answer that the limit"
              + " makes of it.",
          "The CPU time that a start takes is nearly a constant, so a limit stretches it. Measured:"
              + " 11 to 13 s of CPU time for a Spring Boot application of medium size, 26 s at"
              + " 500m; 0.7 to 1 s for its first answer, 5 s at 200m. What the probes do not wait"
              + " for is restarted, and starts again.",
          "Sonde; measured");

  /** A start that the probes allow and the rollout does not. */
  public static final Rule PROGRESS_DEADLINE =
      rule(
          "progress-deadline",
          WARNING,
          "A start that the probes allow fits into the rollout's progressDeadlineSeconds.",
          "The rollout has failed once nothing has become ready for that long, 600 s if nothing is"
              + " written, although the container may go on starting and come up. What is allowed"
              + " is initialDelaySeconds + failureThreshold x periodSeconds of the startup probe,"
              + " or of the liveness probe where there is none.",
          "Kubernetes: Deployment; Argo Rollouts");

  /** A long initial delay of a liveness probe in place of a startup probe. */
  public static final Rule LIVENESS_DELAY =
      rule(
          "liveness-delay",
          INFO,
          "A liveness probe does not wait out the start by an initialDelaySeconds of more than 60.",
          "The delay passes at every restart, however fast the start, and a hang in that time goes"
              + " unnoticed. A startup probe ends as soon as the application is up.",
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
          "When the application is overloaded both fail, and instead of getting less traffic it is"
              + " restarted, which moves its load to the others until all of them restart.",
          "kube-score: Pod Probes");

  /** Liveness fails before readiness does. */
  public static final Rule LIVENESS_BEFORE_READINESS =
      rule(
          "liveness-before-readiness",
          WARNING,
          "Readiness fails before liveness does.",
          "Otherwise the container is killed while it still gets traffic, and what a pause without"
              + " traffic would have cured ends in a restart.",
          "kube-score: Pod Probes; Sonde");

  /** A liveness check that depends on something external. */
  public static final Rule LIVENESS_EXTERNAL =
      rule(
          "liveness-external",
          ERROR,
          "No check behind a liveness probe depends on another system, unless it says why.",
          "When that system fails, every container that asks for it is restarted, which cures"
              + " nothing and adds the load of all the starts.",
          "kube-score: README_PROBES; Sonde");

  /** A liveness probe that asks a framework's overall health. */
  public static final Rule LIVENESS_OVERALL_HEALTH =
      rule(
          "liveness-overall-health",
          WARNING,
          "A liveness probe does not ask a framework's overall health endpoint.",
          "/actuator/health of Spring Boot, /q/health of Quarkus and gRPC's service \"\" of Spring and"
              + " Sonde include databases, brokers and disks. When one of them blinks, every container"
              + " is restarted.",
          "Sonde");

  /** A check that may take longer than the probe leaves to it. */
  public static final Rule CHECK_DEADLINE =
      rule(
          "check-deadline",
          ERROR,
          "The deadline of a check is shorter than the time that timeoutSeconds of its probe leaves"
              + " to checks.",
          "The endpoint answers a fifth of the timeout early, at most 0.5 s. A check that may take"
              + " longer never reaches its own deadline.",
          "Sonde");

  /** A restart by a probe that traffic does not know of. */
  public static final Rule RESTART_LOSES_TRAFFIC =
      rule(
          "restart-loses-traffic",
          WARNING,
          "An application that says how it stops serves on until readiness has failed.",
          "A restart by the liveness probe is no deletion: the endpoint stays ready, also while a"
              + " preStop hook sleeps, until readiness has failed. Until then requests are refused,"
              + " unless the drain after SIGTERM is at least failureThreshold x periodSeconds of"
              + " readiness and 2 s more. Measured: 66 of 4,569 requests lost with a drain of 2 s,"
              + " none of 13,709 with 6 s. Asked of code with @Shutdown.",
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
          "A liveness probe fails more than once before the container is restarted.",
          "With failureThreshold 1 a single lost packet or a pause of the garbage collector ends in"
              + " a restart.",
          "Sonde");

  /** A restarted container that liveness asks before startup has. */
  public static final Rule STARTED_INHERITED =
      rule(
          "started-inherited",
          INFO,
          "Liveness cannot restart a container again before its startup probe has been asked.",
          "In Kubernetes 1.35 and 1.36 a container that a probe restarts counts as started until"
              + " its startup probe's next tick (kubernetes issue 141155, repaired in later"
              + " patches).",
          "Sonde; kubernetes issue 141155");

  /** A liveness probe that waits one second for a JVM. */
  public static final Rule JVM_TIMEOUT =
      rule(
          "jvm-timeout",
          INFO,
          "A liveness probe of a container on a JVM has a timeoutSeconds above 1.",
          "The default of 1 s is within the reach of a pause of the garbage collector, or of CPU"
              + " throttling.",
          "Sonde");

  /** A liveness probe that only opens a connection. */
  public static final Rule LIVENESS_TCP =
      rule(
          "liveness-tcp",
          WARNING,
          "A liveness probe of a container on a JVM does more than open a TCP connection.",
          "The kernel accepts connections for a process that hangs, so the probe passes when it"
              + " should fail.",
          "Sonde");

  /** A port name that the container does not declare. */
  public static final Rule PORT_UNDECLARED =
      rule(
          "port-undeclared",
          ERROR,
          "A port given by name is declared by the container.",
          "The API server does not check it. At run time every try ends in an error, and errors do"
              + " not count: readiness never comes, liveness never fails, a startup probe hangs.",
          "kube-linter: liveness-port, readiness-port, startup-port");

  /** A port number that the container does not declare. */
  public static final Rule PORT_NUMBER_UNDECLARED =
      rule(
          "port-number-undeclared",
          WARNING,
          "A port given by number is declared by the container.",
          "It works, but the list of ports is where readers and other tools look for what the"
              + " container serves, and a number that is not there is often a leftover. Told once"
              + " for all probes that ask the port.",
          "kube-linter: liveness-port, readiness-port, startup-port");

  /** A port that does not speak TCP. */
  public static final Rule PORT_WITHOUT_TCP =
      rule(
          "port-without-tcp",
          WARNING,
          "The port of a probe or hook speaks TCP.",
          "No probe asks by UDP or SCTP. Unless something listens on the same number by TCP, too,"
              + " every try is refused.",
          "Kubernetes: kubelet");

  /** One port of the node for two pods. */
  public static final Rule HOST_PORT_CLASH =
      rule(
          "host-port-clash",
          WARNING,
          "Workloads whose pods may meet on a node take different ports of the node.",
          "With hostNetwork, or a hostPort, a port belongs to the node. The second pod is never"
              + " scheduled there if it declares the port; if it does not, it fails to start, or"
              + " its probe is answered by the first. Not asked where node selectors keep the pods"
              + " apart.",
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
          "Scheme, host and port inside it are overwritten without a word, so the probe asks"
              + " something else than it seems.",
          "Sonde");

  /** A blank at either end of what is asked for. */
  public static final Rule BLANK_AT_END =
      rule(
          "blank-at-end",
          WARNING,
          "The path, host, service or program of a probe or hook neither begins nor ends with a"
              + " blank, begins with no typographic quote, and can be seen.",
          "It is requested as written, and so not found. A line break at the end comes with"
              + " YAML's | and >, a no-break or zero-width space and such a quote with text that was"
              + " copied from a page.",
          "Sonde");

  /** A variable that is used as it is written. */
  public static final Rule VARIABLE_UNEXPANDED =
      rule(
          "variable-unexpanded",
          WARNING,
          "A probe or hook has environment variables only where somebody expands them.",
          "Kubernetes expands $(NAME) in the command of a probe, if the container's env has the"
              + " value itself, and nothing in paths, headers, hosts and the commands of hooks."
              + " $NAME and ${NAME} need a shell. Not asked where the image, too, has a variable"
              + " that a tool fills in first.",
          "Kubernetes: kubelet");

  /** Credentials for everybody who may read the manifest. */
  public static final Rule PROBE_CREDENTIALS =
      rule(
          "probe-credentials",
          WARNING,
          "The headers, path and command of a probe or hook hold no credentials.",
          "Manifests are in version control, and everybody who may get the pod reads them. A probe"
              + " cannot take them from a Secret.",
          "Sonde");

  /** A path that likely answers with a redirect to another host. */
  public static final Rule REDIRECT_TRAP =
      rule(
          "redirect-trap",
          WARNING,
          "The path of a probe is not that of a login.",
          "A redirect to another host is not followed and counts as success, so the probe always"
              + " passes.",
          "Kubernetes: kubelet, pkg/probe/http");

  /** A command that needs a shell it does not have. */
  public static final Rule EXEC_WITHOUT_SHELL =
      rule(
          "exec-without-shell",
          WARNING,
          "A command that is written as in a shell runs in one.",
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
          "Its start takes CPU and memory from the application at every try, and under load longer"
              + " than the timeout.",
          "Sonde");

  /** A command that runs very often. */
  public static final Rule EXEC_SHORT_PERIOD =
      rule(
          "exec-short-period",
          INFO,
          "An exec probe runs every 5 s or less often.",
          "Each try starts a process in the container through the container runtime, which costs"
              + " far more than an HTTP request.",
          "Sonde");

  /** A probe's grace period beyond the pod's. */
  public static final Rule GRACE_BEYOND_POD =
      rule(
          "grace-beyond-pod",
          WARNING,
          "The grace period of a probe is no longer than the pod's.",
          "A probe's own grace period is meant to shorten the wait for a container that is known to"
              + " hang. A longer one delays the restart.",
          "Kubernetes: kubelet, only logged");

  /** A preStop hook that uses up the grace period. */
  public static final Rule PRE_STOP_BEYOND_GRACE =
      rule(
          "pre-stop-beyond-grace",
          WARNING,
          "A preStop hook ends well before the grace period does.",
          "The hook runs inside that period. What is left of it is all the time that the process"
              + " has to stop by itself before it is killed. A probe's own grace period counts"
              + " where that probe restarts the container.",
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
          "The stopSignal of a container is one that Kubernetes and its application know, in a pod"
              + " that says its os.name.",
          "Where the feature gate ContainerStopSignals is on, the API server refuses any other. The"
              + " JVM runs its shutdown hooks at SIGTERM, SIGINT and SIGHUP alone.",
          "Kubernetes: API validation; OpenJDK: signals of the JVM");

  /** A probe that kills what nobody starts again. */
  public static final Rule RESTART_NEVER =
      rule(
          "restart-never",
          WARNING,
          "A pod with startup or liveness probes restarts its containers.",
          "With restartPolicy Never a container that is killed by its probe stays dead. Not asked"
              + " of Jobs, which start another pod.",
          "Kubernetes: kubelet");

  /** A readiness probe where no traffic comes. */
  public static final Rule READINESS_OF_JOB =
      rule(
          "readiness-of-job",
          INFO,
          "A Job has no readiness probe.",
          "Readiness decides on traffic from Services, and a Job seldom gets any.",
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
