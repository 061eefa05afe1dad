package dev.sonde.cli;

import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.release.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** For which releases of Kubernetes commands judge, in the same words. */
final class KubernetesParameter {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      split = ",",
      description =
          "A release that the manifests are for, 1.31 to 1.37; may be repeated. Those that upstream"
              + " maintains, 1.35 to 1.37, if not given.")
  private List<String> releases = List.of();

  private KubernetesParameter() {}

  /**
   * {@return the releases, the oldest first}
   *
   * @param project whose releases count if none is given
   * @throws ParameterException if one is not known
   */
  List<KubernetesVersion> releases(ProjectFile project) {
    try {
      return project.releases(releases);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** {@return the words of a command line that name the same} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    releases.forEach(release -> words.addAll(List.of("--kubernetes", release)));
    return words;
  }
}
