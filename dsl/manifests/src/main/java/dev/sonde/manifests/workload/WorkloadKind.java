package dev.sonde.manifests.workload;

import java.util.List;

/**
 * A kind of object that runs containers.
 *
 * @param kind such as {@code Deployment}
 * @param apiVersion the version to write, such as {@code apps/v1}; objects of other versions of the
 *     same group are of this kind, too
 * @param podSpecPath the fields that lead to the pod spec, such as {@code spec, template, spec}
 * @param builtIn whether Kubernetes itself knows the kind, and so how to merge its lists
 */
public record WorkloadKind(
    String kind, String apiVersion, List<String> podSpecPath, boolean builtIn) {

  /** Copies the path, so that the value stays what it was. */
  public WorkloadKind {
    podSpecPath = List.copyOf(podSpecPath);
  }

  /** {@return the API group, such as {@code apps}; empty for Kubernetes' core} */
  public String group() {
    return groupOf(apiVersion);
  }

  /**
   * Tells whether an object is of this kind.
   *
   * @param objectApiVersion the object's {@code apiVersion}
   * @param objectKind the object's {@code kind}
   */
  public boolean matches(String objectApiVersion, String objectKind) {
    return kind.equals(objectKind) && group().equals(groupOf(objectApiVersion));
  }

  private static String groupOf(String apiVersion) {
    int slash = apiVersion.lastIndexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
