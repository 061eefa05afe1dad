package dev.sonde.rules;

import static dev.sonde.model.ProbeKind.LIVENESS;
import static dev.sonde.model.ProbeKind.READINESS;
import static dev.sonde.model.ProbeKind.STARTUP;

import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.ProbeKind;
import dev.sonde.release.KubernetesVersion;
import java.util.List;

/** The API server's verdict on what concerns probes in one container. */
public final class ContainerVerdict {

  static final List<ProbeKind> API_SERVER_ORDER = List.of(LIVENESS, READINESS, STARTUP);

  private final ContainerSpec container;
  private final ContainerKind kind;
  private final PodLimits limits;
  private final FieldPath path;
  private final FindingSubject subject;
  private final FindingCollector report;

  private ContainerVerdict(
      ContainerKind kind,
      ContainerSpec container,
      PodLimits limits,
      FieldPath path,
      FindingCollector report) {
    this.container = container;
    this.kind = kind;
    this.limits = limits;
    this.path = path;
    this.subject = FindingSubject.container(kind, container.name(), path);
    this.report = report;
  }

  /**
   * {@return what the API server says about the ports, probes and hooks of a container}
   *
   * @param kind its role in the pod
   * @param container the container
   * @param podGracePeriodSeconds the pod's grace period, which bounds a hook's sleep
   * @param path the way to the container
   * @param release the release of the API server
   */
  public static Findings validate(
      ContainerKind kind,
      ContainerSpec container,
      long podGracePeriodSeconds,
      FieldPath path,
      KubernetesVersion release) {
    FindingCollector report = new FindingCollector();
    check(kind, container, new PodLimits(podGracePeriodSeconds, release), path, report);
    return report.findings();
  }

  static void check(
      ContainerKind kind,
      ContainerSpec container,
      PodLimits limits,
      FieldPath path,
      FindingCollector report) {
    ContainerVerdict rules =
        new ContainerVerdict(kind, container.keptIn(kind, limits.release()), limits, path, report);
    switch (kind) {
      case MAIN -> rules.checkMain();
      case INIT -> rules.checkInit();
      case SIDECAR -> rules.checkSidecar();
      case EPHEMERAL -> rules.checkEphemeral();
    }
  }

  private void checkMain() {
    checkPorts();
    checkHooksAndProbes();
    if (container.restart().isWritten()) {
      restartChecks().checkMain();
    }
  }

  private void checkSidecar() {
    checkPorts();
    restartChecks().checkSidecar();
    checkHooksAndProbes();
  }

  private void checkPorts() {
    PortRules.checkDeclared(container.ports(), path, subject, report);
  }

  private RestartChecks restartChecks() {
    return new RestartChecks(container, path, subject, limits.release(), report);
  }

  private void checkHooksAndProbes() {
    container.lifecycle().ifPresent(this::checkHooks);
    for (ProbeKind probeKind : API_SERVER_ORDER) {
      container
          .probe(probeKind)
          .ifPresent(
              probe ->
                  ProbeRules.check(
                      probeKind,
                      probe,
                      path.field(probeKind.fieldName()),
                      FindingSubject.probe(probeKind).of(subject),
                      report));
    }
  }

  private void checkHooks(Lifecycle lifecycle) {
    lifecycle.postStart().ifPresent(hook -> checkHook("postStart", hook));
    lifecycle.preStop().ifPresent(hook -> checkHook("preStop", hook));
  }

  private void checkHook(String name, LifecycleHook hook) {
    FieldPath hookPath = path.field("lifecycle").field(name);
    checkHook(hook, hookPath, FindingSubject.hook(name).of(subject), limits, report);
  }

  static void checkHook(
      LifecycleHook hook,
      FieldPath path,
      FindingSubject subject,
      PodLimits limits,
      FindingCollector report) {
    new ActionRules(path, subject, limits, report).check(hook.handlers(), ActionType.OF_HOOKS);
  }

  private void checkInit() {
    checkPorts();
    if (container.restart().isWritten()) {
      restartChecks().checkInit();
    }
    if (hasHooks()) {
      forbid(
          ApiRules.INIT_CONTAINER_LIFECYCLE,
          "lifecycle",
          "lifecycle hooks, which need restartPolicy Always",
          "Remove them, or make it a sidecar: restartPolicy Always.");
    }
    for (ProbeKind probeKind : API_SERVER_ORDER) {
      if (container.probe(probeKind).isPresent()) {
        forbid(
            ApiRules.INIT_CONTAINER_PROBE,
            probeKind.fieldName(),
            "a " + probeKind.word() + " probe, which needs restartPolicy Always",
            "Remove it, or make it a sidecar: restartPolicy Always.");
      }
    }
  }

  /** Goes through the fields in the order of Kubernetes' own type, as the API server does here. */
  private void checkEphemeral() {
    if (!container.ports().isEmpty()) {
      forbidInEphemeral("ports", "ports");
    }
    if (container.restartPolicy().isPresent()) {
      forbidInEphemeral("restartPolicy", "a restartPolicy");
    }
    if (!container.restartPolicyRules().isEmpty()) {
      forbidInEphemeral("restartPolicyRules", "restartPolicyRules");
    }
    for (ProbeKind probeKind : API_SERVER_ORDER) {
      if (container.probe(probeKind).isPresent()) {
        forbidInEphemeral(probeKind.fieldName(), "a " + probeKind.word() + " probe");
      }
    }
    if (hasHooks()) {
      forbidInEphemeral("lifecycle", "lifecycle hooks");
    }
  }

  /** The gate of stop signals is off, so the API server does not see them. */
  private boolean hasHooks() {
    return container.lifecycle().filter(hooks -> !hooks.isStopSignalAlone()).isPresent();
  }

  private void forbidInEphemeral(String field, String what) {
    forbid(
        ApiRules.EPHEMERAL_CONTAINER,
        field,
        what + ", which " + kind.word() + "s cannot have",
        "Remove " + field + ".");
  }

  private void forbid(Rule rule, String field, String what, String remedy) {
    report.add(rule.finding(path.field(field), subject.words() + " has " + what + ".", remedy));
  }
}
