package dev.sonde.manifests.merge;

import dev.sonde.manifests.workload.ValuesPath;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/**
 * How to merge.
 *
 * @param kinds the kinds of workloads to look for
 * @param strict whether a probe that the code declares has nothing but what the code sets;
 *     otherwise what the code leaves open stays as the manifest has it
 * @param everyMatch whether probes that several workloads match go into all of them; otherwise that
 *     is refused
 * @param prune whether containers that earlier merges wrote to, and that no probes mention any
 *     more, are cleaned, too
 * @param values where in the values of a Helm chart the probes are; unset means that they are in
 *     workloads
 * @param namespace the namespace of workloads for probes that do not name one
 * @param releases the releases of Kubernetes whose API server must take what is merged
 */
public record MergeOptions(
    WorkloadKinds kinds,
    boolean strict,
    boolean everyMatch,
    boolean prune,
    Optional<ValuesPath> values,
    Optional<String> namespace,
    List<KubernetesVersion> releases) {

  /** Known kinds, and all switches off. */
  public static final MergeOptions DEFAULT =
      new MergeOptions(
          WorkloadKinds.KNOWN,
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          KubernetesVersion.MAINTAINED);

  /** Copies the list, so that the value stays what it was. */
  public MergeOptions {
    releases = List.copyOf(releases);
  }

  /**
   * {@return options as people write them, on a command line or in a pom}
   *
   * @param kinds custom kinds beside the known ones, see {@link WorkloadKind#parse}
   * @param strict see {@link #strict()}
   * @param everyMatch see {@link #everyMatch()}
   * @param prune see {@link #prune()}
   * @param valuesPath where in the values of a chart the probes are, see {@link ValuesPath#parse}
   * @param namespace see {@link #namespace()}
   * @throws IllegalArgumentException if a kind or the path is not written as it should be
   */
  public static MergeOptions parse(
      List<String> kinds,
      boolean strict,
      boolean everyMatch,
      boolean prune,
      Optional<String> valuesPath,
      Optional<String> namespace) {
    WorkloadKinds known = WorkloadKinds.KNOWN;
    for (String kind : kinds) {
      known = known.with(WorkloadKind.parse(kind));
    }
    return new MergeOptions(
        known,
        strict,
        everyMatch,
        prune,
        valuesPath.map(ValuesPath::parse),
        namespace,
        KubernetesVersion.MAINTAINED);
  }

  /**
   * {@return these options with other kinds}
   *
   * @param kinds see {@link #kinds()}
   */
  public MergeOptions withKinds(WorkloadKinds kinds) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }

  /**
   * {@return these options with another strictness}
   *
   * @param strict see {@link #strict()}
   */
  public MergeOptions withStrict(boolean strict) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }

  /**
   * {@return these options with another treatment of several matches}
   *
   * @param everyMatch see {@link #everyMatch()}
   */
  public MergeOptions withEveryMatch(boolean everyMatch) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }

  /**
   * {@return these options with another treatment of containers that nobody mentions any more}
   *
   * @param prune see {@link #prune()}
   */
  public MergeOptions withPrune(boolean prune) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }

  /**
   * {@return these options with probes in the values of a chart}
   *
   * @param values see {@link #values()}
   */
  public MergeOptions withValues(Optional<ValuesPath> values) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }

  /**
   * {@return these options with a namespace}
   *
   * @param namespace see {@link #namespace()}
   */
  public MergeOptions withNamespace(Optional<String> namespace) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }

  /**
   * {@return these options for other releases of Kubernetes}
   *
   * @param releases see {@link #releases()}; at least one
   */
  public MergeOptions withReleases(List<KubernetesVersion> releases) {
    return new MergeOptions(kinds, strict, everyMatch, prune, values, namespace, releases);
  }
}
