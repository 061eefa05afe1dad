package dev.sonde.cli;

import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.KubernetesOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** For which releases of Kubernetes commands judge, or how they behave, in the same words. */
final class KubernetesParameter {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      split = ",",
      description =
          "A release of Kubernetes, 1.31 to 1.37; may be repeated. Manifests must suit all of "
              + "these, or else those that upstream maintains, 1.35 to 1.37. simulate and probe "
              + "behave like the newest of these, or else as the scenario says, or else like 1.37.")
  private List<String> releases = List.of();

  private KubernetesParameter() {}

  /**
   * {@return the releases, the oldest first}
   *
   * @param project whose releases count if none is given
   * @throws ParameterException if one is not known
   */
  List<KubernetesVersion> releases(ProjectFile project) {
    return orMistaken(() -> project.releases(releases));
  }

  /**
   * {@return the release to behave like, if one is given}
   *
   * @throws ParameterException if one is not known
   */
  Optional<KubernetesVersion> newest() {
    return orMistaken(() -> KubernetesOption.newest(releases));
  }

  private <T> T orMistaken(Supplier<T> read) {
    try {
      return read.get();
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
