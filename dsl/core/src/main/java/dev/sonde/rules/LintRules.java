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
          "kube-score: Pod Probes; kube-linter: no-readiness-probe; polaris: readinessProbeMissing");

  /** No container of a pod has a liveness probe. */
  public static final Rule LIVENESS_MISSING =
      rule(
          "liveness-missing",
          INFO,
          "A pod that runs for ever has a liveness probe, where a restart can cure a hang.",
          "A process that hangs without ending is not restarted by anything else. Only good to know:"
              + " an application that ends itself when it is beyond help needs none. Not asked of"
              + " Jobs, CronJobs and pods that run to an end.",
          "kube-linter: no-liveness-probe; polaris: livenessProbeMissing; kube-score: Pod Probes");

  /** A liveness probe without a startup probe. */
  public static final Rule STARTUP_MISSING =
      rule(
          "startup-missing",
          INFO,
          "A container with a liveness probe has a startup probe too.",
          "Without one the liveness probe alone bounds the start: a start that is slower than usual"
              + " ends in a restart, and the next one is no faster.",
          "kube-linter: no-startup-probe");

  /** The start that is guaranteed is shorter than the worst one that was declared. */
  public static final Rule START_BUDGET =
      rule(
          "start-budget",
          ERROR,
          "The start that the probes guarantee is at least as long as the worst start declared.",
          "The container is restarted while it starts, again and again. What is guaranteed is"
              + " initialDelaySeconds + (failureThreshold - 1) x periodSeconds of the startup probe,"
              + " or of the liveness probe where there is none; the usual threshold x period"
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

  /** A long initial delay of a liveness probe in place of a startup probe. */
  public static final Rule LIVENESS_DELAY =
      rule(
          "liveness-delay",
          INFO,
          "A liveness probe does not wait out the start by an initialDelaySeconds of 30 or more.",
          "The delay passes at every restart, however fast the start, and a hang in that time goes"
              + " unnoticed. A startup probe ends as soon as the application is up.",
          "Sonde");

  /** An initial delay that a startup probe has made useless. */
  public static final Rule DELAY_BESIDE_STARTUP =
      rule(
          "delay-beside-startup",
          INFO,
          "Beside a startup probe, liveness and readiness have no initialDelaySeconds.",
          "It counts from the container's start, not from the startup probe's success, so it either"
              + " has passed by then or holds back a container that is up.",
          "Sonde");

  /** Liveness and readiness ask the same question. */
  public static final Rule LIVENESS_EQUALS_READINESS =
      rule(
          "liveness-equals-readiness",
          ERROR,
          "Liveness and readiness do not ask the same question.",
          "When the application is overloaded both fail, and instead of getting less traffic it is"
              + " restarted, which moves its load to the others until all of them restart. A"
              + " warning only where liveness waits longer than readiness.",
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
          "/actuator/health of Spring Boot and /q/health of Quarkus include databases, brokers and"
              + " disks. When one of them blinks, every container is restarted.",
          "Sonde");

  /** A check that may take longer than the probe waits. */
  public static final Rule CHECK_DEADLINE =
      rule(
          "check-deadline",
          ERROR,
          "The deadline of a check is shorter than the timeoutSeconds of its probe.",
          "The kubelet gives up before the check does, so the answer that names the slow check is"
              + " never seen.",
          "Sonde");

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
          "In Kubernetes 1.35 and 1.36 a container that a probe restarts counts as started until its"
              + " startup probe's next tick (kubernetes issue 141155, repaired in later patches).",
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
          INFO,
          "A liveness probe does more than open a TCP connection.",
          "The kernel accepts connections for a process that hangs, so the probe passes when it"
              + " should fail. A warning where the container is known to run on a JVM.",
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
              + " container serves, and a number that is not there is often a leftover.",
          "kube-linter: liveness-port, readiness-port, startup-port");

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

  /** A path that likely answers with a redirect to another host. */
  public static final Rule REDIRECT_TRAP =
      rule(
          "redirect-trap",
          INFO,
          "The path of a probe answers by itself, and not with a redirect to a login.",
          "A redirect to another host is not followed and counts as success, so the probe always"
              + " passes. A warning for a path that is itself a login's.",
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

  /** A probe that kills what nobody starts again. */
  public static final Rule RESTART_NEVER =
      rule(
          "restart-never",
          WARNING,
          "A pod with startup or liveness probes restarts its containers.",
          "With restartPolicy Never a container that is killed by its probe stays dead. Not asked of"
              + " Jobs, which start another pod.",
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
          LIVENESS_DELAY,
          DELAY_BESIDE_STARTUP,
          LIVENESS_EQUALS_READINESS,
          LIVENESS_BEFORE_READINESS,
          LIVENESS_EXTERNAL,
          LIVENESS_OVERALL_HEALTH,
          CHECK_DEADLINE,
          TIMEOUT_BEYOND_PERIOD,
          LIVENESS_SINGLE_FAILURE,
          STARTED_INHERITED,
          JVM_TIMEOUT,
          LIVENESS_TCP,
          PORT_UNDECLARED,
          PORT_NUMBER_UNDECLARED,
          HTTP_ON_TLS_PORT,
          HOST_SET,
          PATH_IS_URL,
          REDIRECT_TRAP,
          EXEC_WITHOUT_SHELL,
          EXEC_STARTS_JVM,
          EXEC_SHORT_PERIOD,
          GRACE_BEYOND_POD,
          PRE_STOP_BEYOND_GRACE,
          HOOK_SLEEP_ZERO,
          RESTART_NEVER,
          READINESS_OF_JOB);

  private LintRules() {}

  private static Rule rule(
      String id, Severity severity, String summary, String why, String source) {
    return new Rule(id, FindingKind.LINT, severity, summary, why, source);
  }
}
