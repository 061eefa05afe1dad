package dev.sonde.lint;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.LivenessSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ReadinessSpec;
import dev.sonde.model.StartupSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to a pod of one container and to the findings of one rule about it. */
final class LintFixture {

  private static final ContainerSpec ORDERS =
      ContainerSpec.named("orders")
          .withPorts(
              new ContainerPort(Optional.of("http"), 8080),
              new ContainerPort(Optional.of("health"), 8081));

  private LintFixture() {}

  static ContainerSpec orders() {
    return ORDERS;
  }

  static ContainerSpec liveness(LivenessSpec liveness) {
    return ORDERS.with(ProbeKind.LIVENESS, liveness.livenessProbe());
  }

  static ContainerSpec readiness(ReadinessSpec readiness) {
    return ORDERS.with(ProbeKind.READINESS, readiness.readinessProbe());
  }

  static ContainerSpec both(LivenessSpec liveness, ReadinessSpec readiness) {
    return liveness(liveness).with(ProbeKind.READINESS, readiness.readinessProbe());
  }

  static ContainerSpec started(StartupSpec startup, LivenessSpec liveness) {
    return liveness(liveness).with(ProbeKind.STARTUP, startup.startupProbe());
  }

  static Lifecycle preStop(LifecycleHook hook) {
    return new Lifecycle(Optional.empty(), Optional.of(hook), Optional.empty());
  }

  static Lifecycle stopSignal(String signal) {
    return new Lifecycle(Optional.empty(), Optional.empty(), Optional.of(signal));
  }

  static List<Finding> find(String ruleId, ContainerSpec container) {
    return find(ruleId, container, ApplicationFacts.UNKNOWN);
  }

  static List<Finding> find(String ruleId, ContainerSpec container, ApplicationFacts application) {
    return find(
        ruleId,
        PodSpec.of(container),
        PodContext.of("Deployment")
            .withContainers(Map.of("orders", ContainerContext.of(application))));
  }

  static List<Finding> find(String ruleId, PodSpec pod, PodContext surroundings) {
    return ProbeLint.check(pod, FieldPath.of("spec"), surroundings).stream()
        .filter(finding -> finding.ruleId().equals(ruleId))
        .toList();
  }
}
