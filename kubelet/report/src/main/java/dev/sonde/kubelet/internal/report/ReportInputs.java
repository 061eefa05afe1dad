package dev.sonde.kubelet.internal.report;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.environment.EnvironmentChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a report is made of. Every {@code with} method returns a changed copy.
 *
 * @param probes what code declares: folders of classes, jars, probe-set documents
 * @param environment the environment that the probes are for, or none
 * @param manifests files and folders with manifests that are deployed together
 * @param scenarios the user's own scenarios
 * @param settings which advice is wanted, and how bad each is
 * @param base the folder from which files in it are named; unset: as they are given
 */
public record ReportInputs(
    List<Path> probes,
    EnvironmentChoice environment,
    List<Path> manifests,
    List<Path> scenarios,
    LintSettings settings,
    Optional<Path> base) {

  /** Nothing at all. */
  public static final ReportInputs NONE =
      new ReportInputs(
          List.of(),
          EnvironmentChoice.of(Optional.empty(), Optional.empty(), Path.of("")),
          List.of(),
          List.of(),
          LintSettings.DEFAULT,
          Optional.empty());

  /** Copies the lists, so that the value stays what it was. */
  public ReportInputs {
    probes = List.copyOf(probes);
    manifests = List.copyOf(manifests);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * {@return these inputs with other probes}
   *
   * @param sources folders of classes, jars, probe-set documents
   */
  public ReportInputs withProbes(List<Path> sources) {
    return new ReportInputs(sources, environment, manifests, scenarios, settings, base);
  }

  /**
   * {@return these inputs for an environment}
   *
   * @param choice the environment, and what differs there
   */
  public ReportInputs in(EnvironmentChoice choice) {
    return new ReportInputs(probes, choice, manifests, scenarios, settings, base);
  }

  /**
   * {@return these inputs with other manifests}
   *
   * @param files files and folders
   */
  public ReportInputs withManifests(List<Path> files) {
    return new ReportInputs(probes, environment, files, scenarios, settings, base);
  }

  /**
   * {@return these inputs with other scenarios}
   *
   * @param files scenarios in YAML or JSON
   */
  public ReportInputs withScenarios(List<Path> files) {
    return new ReportInputs(probes, environment, manifests, files, settings, base);
  }

  /**
   * {@return these inputs with other settings}
   *
   * @param wanted which advice is wanted
   */
  public ReportInputs with(LintSettings wanted) {
    return new ReportInputs(probes, environment, manifests, scenarios, wanted, base);
  }

  /**
   * {@return these inputs with files named from a folder}
   *
   * @param folder the folder
   */
  public ReportInputs namedFrom(Path folder) {
    return new ReportInputs(
        probes, environment, manifests, scenarios, settings, Optional.of(folder));
  }
}
