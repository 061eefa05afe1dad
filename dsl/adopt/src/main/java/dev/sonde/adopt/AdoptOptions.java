package dev.sonde.adopt;

import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * What to write.
 *
 * @param style how the code declares the probes
 * @param packageName the package of the classes
 * @param className the simple name of the class, possible only for one container; where it is not
 *     given, each is named after its container
 * @param selection which containers
 * @param kinds the kinds of workloads to look for
 * @param releases the releases of Kubernetes whose API server must take the probes
 */
public record AdoptOptions(
    AdoptionStyle style,
    String packageName,
    Optional<String> className,
    ContainerSelection selection,
    WorkloadKinds kinds,
    List<KubernetesVersion> releases) {

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if Java does not accept one of them
   */
  public AdoptOptions {
    releases = List.copyOf(releases);
    if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
      throw new IllegalArgumentException(
          "\"" + packageName + "\" is no name of a package. Write one such as com.acme.orders.");
    }
    if (className.isPresent()
        && (!SourceVersion.isIdentifier(className.get())
            || SourceVersion.isKeyword(className.get(), SourceVersion.RELEASE_17))) {
      throw new IllegalArgumentException(
          "\"" + className.get() + "\" is no name of a class. Write one such as OrdersProbes.");
    }
  }
}
