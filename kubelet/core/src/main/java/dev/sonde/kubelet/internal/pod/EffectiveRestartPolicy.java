package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.RestartRule;
import dev.sonde.release.FeatureGate;
import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/**
 * Whether a container is started again: its own rules for exit codes decide, then its own policy,
 * or else the pod's.
 *
 * @param kind what kind of container it is
 * @param policy the policy that counts for it
 * @param rules its rules for exit codes, the first that holds counts
 * @param asksExitCode the exit code also decides whether its probes go on
 */
record EffectiveRestartPolicy(
    ContainerKind kind, RestartPolicy policy, List<RestartRule> rules, boolean asksExitCode) {

  static EffectiveRestartPolicy of(
      ContainerSpec spec, ContainerKind kind, RestartPolicy ofPod, KubernetesVersion version) {
    boolean own = FeatureGate.CONTAINER_RESTART_RULES.isOn(version);
    RestartPolicy policy = own ? spec.restartPolicy().map(RestartPolicy::of).orElse(ofPod) : ofPod;
    boolean restartsAll = FeatureGate.RESTART_ALL_CONTAINERS.isOn(version);
    List<RestartRule> rules =
        spec.restartPolicyRules().stream()
            .filter(rule -> rule.restartsAll() ? restartsAll : own)
            .toList();
    return new EffectiveRestartPolicy(
        kind, kind == ContainerKind.SIDECAR ? RestartPolicy.ALWAYS : policy, rules, own);
  }

  /** A container that has not run, or has ended, is to be started. */
  boolean restartsAfterExit(InstanceState seen) {
    if (!seen.terminated() || holding(seen).isPresent()) {
      return true;
    }
    return kind == ContainerKind.INIT
        ? seen.exitCode() != 0 && policy != RestartPolicy.NEVER
        : policy.restartsAfter(seen.exitCode());
  }

  /** All containers of the pod restart because this one has ended. */
  boolean restartsAll(InstanceState seen) {
    return seen.terminated() && holding(seen).filter(RestartRule::restartsAll).isPresent();
  }

  private Optional<RestartRule> holding(InstanceState seen) {
    return rules.stream().filter(rule -> rule.holdsFor(seen.exitCode())).findFirst();
  }

  /** A new instance follows when a probe had the container killed: rules are not asked for that. */
  boolean restartsAfterKill() {
    return policy != RestartPolicy.NEVER;
  }

  /** The workers of a container that has ended go on. */
  boolean keepsWorkers(InstanceState seen) {
    return asksExitCode ? restartsAfterExit(seen) : restartsAfterKill();
  }
}
