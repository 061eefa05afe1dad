package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.KubernetesVersion;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.ApiRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import dev.sonde.rules.PodSpecRules;
import java.util.ArrayList;
import java.util.List;

/** What the API server of a release refuses in a pod: more than the newest one, if it is older. */
public final class ReleaseRules {

  private ReleaseRules() {}

  /**
   * {@return what the API server says to a pod spec}
   *
   * @param pod the pod spec
   * @param path where it stands
   * @param version the release of the API server
   */
  public static Findings validate(PodSpec pod, FieldPath path, KubernetesVersion version) {
    Findings always = PodSpecRules.validate(pod, path);
    if (version.takesContainerRestartPolicy()) {
      return always;
    }
    List<Finding> refused = new ArrayList<>();
    refusePolicies(pod.initContainers(), true, path.field("initContainers"), version, refused);
    refusePolicies(pod.containers(), false, path.field("containers"), version, refused);
    return always.and(new Findings(refused));
  }

  /** Before 1.34 only init containers have a policy of their own, to be sidecars; rules unknown. */
  private static void refusePolicies(
      List<ContainerSpec> containers,
      boolean maySidecar,
      FieldPath list,
      KubernetesVersion version,
      List<Finding> refused) {
    for (int i = 0; i < containers.size(); i++) {
      ContainerSpec container = containers.get(i);
      boolean sidecar = maySidecar && container.restartsAlways();
      if (container.restartPolicy().isPresent() && !sidecar) {
        refuse(list.index(i).field("restartPolicy"), version, refused);
      }
      if (!container.restartPolicyRules().isEmpty()) {
        refuse(list.index(i).field("restartPolicyRules"), version, refused);
      }
    }
  }

  private static void refuse(FieldPath path, KubernetesVersion version, List<Finding> refused) {
    refused.add(
        ApiRules.CONTAINER_RESTART_POLICY.finding(
            path,
            "Kubernetes %s refuses %s here.".formatted(version, path),
            "Remove it, or play Kubernetes 1.35 or newer, which follows it."));
  }
}
