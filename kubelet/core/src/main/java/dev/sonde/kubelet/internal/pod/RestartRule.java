package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.KubernetesVersion;
import dev.sonde.kubelet.RestartPolicy;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;

/**
 * Whether a container is started again: its own policy decides, or else the pod's.
 *
 * @param kind what kind of container it is
 * @param policy the policy that counts for it
 * @param asksExitCode the exit code also decides whether its probes go on
 */
record RestartRule(ContainerKind kind, RestartPolicy policy, boolean asksExitCode) {

  static RestartRule of(
      ContainerSpec spec, ContainerKind kind, RestartPolicy ofPod, KubernetesVersion version) {
    RestartPolicy own =
        version.hasContainerRestartPolicy()
            ? spec.restartPolicy().map(RestartPolicy::of).orElse(ofPod)
            : ofPod;
    return new RestartRule(
        kind,
        kind == ContainerKind.SIDECAR ? RestartPolicy.ALWAYS : own,
        version.hasContainerRestartPolicy());
  }

  /** A container that has not run, or has ended, is to be started. */
  boolean restartsAfterExit(InstanceState seen) {
    if (!seen.terminated()) {
      return true;
    }
    return kind == ContainerKind.INIT
        ? seen.exitCode() != 0 && policy != RestartPolicy.NEVER
        : policy.restartsAfter(seen.exitCode());
  }

  /** A new instance follows when a probe had the container killed. */
  boolean restartsAfterKill() {
    return policy != RestartPolicy.NEVER;
  }

  /** The workers of a container that has ended go on. */
  boolean keepsWorkers(InstanceState seen) {
    return asksExitCode ? restartsAfterExit(seen) : restartsAfterKill();
  }
}
