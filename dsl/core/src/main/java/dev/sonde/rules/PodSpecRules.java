package dev.sonde.rules;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.release.KubernetesVersion;
import java.util.List;

/** The API server's verdict on what concerns probes in a pod or a pod template. */
public final class PodSpecRules {

  private PodSpecRules() {}

  /**
   * {@return what the API server of the newest release says}
   *
   * @param pod the pod, or a workload's pod template
   * @param path the way to it, such as {@code spec.template.spec}
   */
  public static Findings validate(PodSpec pod, FieldPath path) {
    return validate(pod, path, KubernetesVersion.DEFAULT);
  }

  /**
   * {@return what the API server says} in its own order: main containers, init containers and
   * sidecars, ephemeral containers.
   *
   * @param pod the pod, or a workload's pod template
   * @param path the way to it, such as {@code spec.template.spec}
   * @param release its release
   */
  public static Findings validate(PodSpec pod, FieldPath path, KubernetesVersion release) {
    FindingCollector report = new FindingCollector();
    PodLimits limits = new PodLimits(pod.effectiveTerminationGracePeriodSeconds(), release);
    check(pod.containers(), ContainerKind.MAIN, limits, path, report);
    check(pod.initContainers(), ContainerKind.INIT, limits, path, report);
    check(pod.ephemeralContainers(), ContainerKind.EPHEMERAL, limits, path, report);
    return report.findings();
  }

  private static void check(
      List<ContainerSpec> containers,
      ContainerKind kind,
      PodLimits limits,
      FieldPath path,
      FindingCollector report) {
    if (containers.isEmpty()) {
      return;
    }
    FieldPath list = path.field(kind.listField());
    for (int index = 0; index < containers.size(); index++) {
      ContainerSpec container = containers.get(index);
      boolean sidecar = kind == ContainerKind.INIT && container.restartsAlways();
      ContainerVerdict.check(
          sidecar ? ContainerKind.SIDECAR : kind, container, limits, list.index(index), report);
    }
  }
}
