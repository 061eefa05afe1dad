package dev.sonde.rules;

import dev.sonde.release.KubernetesVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads releases of Kubernetes as people write them: on a command line, in a pom, in a file. */
public final class KubernetesOption {

  private KubernetesOption() {}

  /**
   * {@return the release that is written}
   *
   * @param written such as {@code 1.36}
   * @throws IllegalArgumentException if it is none that is supported; the message says which are
   */
  public static KubernetesVersion one(String written) {
    try {
      return KubernetesVersion.parseSupported(written);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          InputRules.KUBERNETES_VERSION
              .finding(FieldPath.ROOT, String.valueOf(wrong.getMessage()), "")
              .text(),
          wrong);
    }
  }

  /**
   * {@return the release to behave like: the newest of those that are written, if one is}
   *
   * @param written such as {@code 1.36}
   * @throws IllegalArgumentException if one is none that is supported; the message says which are
   */
  public static Optional<KubernetesVersion> newest(List<String> written) {
    return written.stream().map(KubernetesOption::one).max(Comparator.naturalOrder());
  }

  /**
   * {@return the releases to judge for, the oldest first}
   *
   * @param written such as {@code 1.35} and {@code 1.36}; empty means those that upstream maintains
   * @throws IllegalArgumentException if one is none that is supported; the message says which are
   */
  public static List<KubernetesVersion> several(List<String> written) {
    return written.isEmpty()
        ? KubernetesVersion.MAINTAINED
        : written.stream().map(KubernetesOption::one).distinct().sorted().toList();
  }
}
