package dev.sonde.manifests.workload;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * A kind of object that runs containers.
 *
 * @param kind such as {@code Deployment}
 * @param apiVersion the version to write, such as {@code apps/v1}; of a kind that is not built in,
 *     objects of other versions of the same group are of this kind, too
 * @param podSpecPath the fields that lead to the pod spec, such as {@code spec, template, spec}
 * @param builtIn whether Kubernetes itself knows the kind, and so how to merge its lists
 */
public record WorkloadKind(
    String kind, String apiVersion, List<String> podSpecPath, boolean builtIn) {

  /** Copies the path, so that the value stays what it was. */
  public WorkloadKind {
    podSpecPath = List.copyOf(podSpecPath);
  }

  /**
   * {@return a custom kind from one line: version, kind and the way to its pod spec, as in {@code
   * example.com/v1/Worker=spec.template.spec}}
   *
   * @param text the line
   * @throws IllegalArgumentException if it has another form
   */
  public static WorkloadKind parse(String text) {
    int equals = text.indexOf('=');
    int slash = text.lastIndexOf('/', Math.max(0, equals));
    if (slash <= 0 || equals < slash + 2 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" does not describe a kind. Write version/Kind=way.to.the.pod.spec, as in"
              + " example.com/v1/Worker=spec.template.spec.");
    }
    return new WorkloadKind(
        text.substring(slash + 1, equals),
        text.substring(0, slash),
        List.of(text.substring(equals + 1).split("\\.")),
        false);
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
    return kind.equals(objectKind)
        && ((builtIn && !objectApiVersion.isEmpty())
            ? apiVersion.equals(objectApiVersion)
            : group().equals(groupOf(objectApiVersion)));
  }

  /**
   * {@return a pod as it reaches Kubernetes} Knative fills in ports and handlers that are not
   * written; of a pod that is no template the API server itself corrects the grace period.
   *
   * @param pod the pod of an object of this kind, as it is written
   */
  public PodSpec completed(PodSpec pod) {
    PodSpec kept = builtIn && podSpecPath.size() == 1 ? pod.outsideATemplate() : pod;
    return isKnative() ? KnativeDefaults.completed(kept) : kept;
  }

  /**
   * {@return a probe as it reaches Kubernetes}
   *
   * @param probe a probe of an object of this kind, as it is written
   * @param ports what its container declares
   */
  public Probe completed(Probe probe, List<ContainerPort> ports) {
    return isKnative() ? KnativeDefaults.completed(probe, ports) : probe;
  }

  /**
   * {@return probes as objects of this kind can have them} Knative refuses names of ports, and
   * takes a declared port for the one that requests go to.
   *
   * @param probes what code declares
   * @param ports what the container declares
   */
  public ProbeSet suited(ProbeSet probes, List<ContainerPort> ports) {
    return isKnative() ? KnativeDefaults.suited(probes, ports) : probes;
  }

  /**
   * {@return probes with all that any kind fills in where it is not written} Which kind they are
   * meant for is not known before their container is found.
   *
   * @param probes what code declares
   */
  public static ProbeSet completedByAny(ProbeSet probes) {
    return KnativeDefaults.completed(probes, probes.ports());
  }

  /**
   * {@return the port that a probe asks where none is written, if there is one}
   *
   * @param ports what its container declares
   */
  public OptionalInt portOfProbes(List<ContainerPort> ports) {
    return isKnative() ? OptionalInt.of(KnativeDefaults.servingPort(ports)) : OptionalInt.empty();
  }

  /**
   * Tells whether a field beside those of the pod spec is one that this kind has there.
   *
   * @param field its name
   */
  public boolean isOwnField(String field) {
    return isKnative() && KnativeDefaults.OWN_FIELDS.contains(field);
  }

  private boolean isKnative() {
    return group().equals(KnativeDefaults.GROUP);
  }

  private static String groupOf(String apiVersion) {
    int slash = apiVersion.lastIndexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
