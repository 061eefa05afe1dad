package dev.sonde.manifests.workload;

import static java.util.Comparator.comparing;

import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds in which containers are looked for.
 *
 * @param kinds in order; of two that match one object the first counts
 */
public record WorkloadKinds(List<WorkloadKind> kinds) {

  private static final List<String> TEMPLATE = List.of("spec", "template", "spec");

  /**
   * Kubernetes' own, and three custom kinds that are common and hold a pod template: Argo's
   * Rollout, Knative's Service, and OpenShift's DeploymentConfig, which older manifests have in
   * version {@code v1}.
   */
  public static final WorkloadKinds KNOWN =
      new WorkloadKinds(
          List.of(
              builtIn("Deployment", "apps/v1", TEMPLATE),
              builtIn("StatefulSet", "apps/v1", TEMPLATE),
              builtIn("DaemonSet", "apps/v1", TEMPLATE),
              builtIn("ReplicaSet", "apps/v1", TEMPLATE),
              builtIn("Pod", "v1", List.of("spec")),
              builtIn("PodTemplate", "v1", List.of("template", "spec")),
              builtIn("ReplicationController", "v1", TEMPLATE),
              builtIn("Job", "batch/v1", TEMPLATE),
              builtIn(
                  "CronJob",
                  "batch/v1",
                  List.of("spec", "jobTemplate", "spec", "template", "spec")),
              new WorkloadKind("Rollout", "argoproj.io/v1alpha1", TEMPLATE, false),
              new WorkloadKind("Service", "serving.knative.dev/v1", TEMPLATE, false),
              new WorkloadKind("DeploymentConfig", "apps.openshift.io/v1", TEMPLATE, false),
              new WorkloadKind("DeploymentConfig", "v1", TEMPLATE, false)));

  /** Copies the kinds, so that the value stays what it was. */
  public WorkloadKinds {
    kinds = List.copyOf(kinds);
  }

  private static WorkloadKind builtIn(String kind, String apiVersion, List<String> path) {
    return new WorkloadKind(kind, apiVersion, path, true);
  }

  /**
   * {@return these kinds and one more, which comes before them}
   *
   * @param kind a custom kind
   */
  public WorkloadKinds with(WorkloadKind kind) {
    List<WorkloadKind> more = new ArrayList<>();
    more.add(kind);
    more.addAll(kinds);
    return new WorkloadKinds(more);
  }

  /**
   * {@return the kind of an object, if it is one that runs containers}
   *
   * @param apiVersion the object's {@code apiVersion}
   * @param kind the object's {@code kind}
   */
  public Optional<WorkloadKind> of(String apiVersion, String kind) {
    for (WorkloadKind known : kinds) {
      if (known.matches(apiVersion, kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return what is wrong with a kind that Kubernetes has, in a version in which it does not}
   *
   * @param kindAndVersion as in {@code apps/v1beta1/Deployment}
   */
  public Optional<Finding> removedVersion(String kindAndVersion) {
    int slash = kindAndVersion.lastIndexOf('/');
    String version = kindAndVersion.substring(0, Math.max(0, slash));
    return named(kindAndVersion.substring(slash + 1))
        .filter(kind -> kind.builtIn() && !version.contains("."))
        .filter(kind -> !kind.apiVersion().equals(version))
        .map(
            kind ->
                InputRules.OBJECT_KIND.finding(
                    FieldPath.of("apiVersion"),
                    "Kubernetes has no %s in apiVersion %s."
                        .formatted(kind.kind(), FindingWords.quote(version)),
                    "Write apiVersion: " + kind.apiVersion() + "."));
  }

  /**
   * {@return the kind of that name; Kubernetes' own first}
   *
   * @param kind such as {@code Deployment}
   */
  public Optional<WorkloadKind> named(String kind) {
    return kinds.stream()
        .filter(known -> known.kind().equals(kind))
        .min(comparing(known -> !known.builtIn()));
  }
}
