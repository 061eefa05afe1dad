package dev.sonde.cli;

import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.FrameworkSearch;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which framework answers the probes where code declares none. */
final class FrameworkParameters {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--framework",
      paramLabel = "NAME",
      description =
          "If code declares nothing: the framework whose configuration says where it answers "
              + "probes, such as spring-boot, or none; recognised if not given.")
  private Optional<String> framework = Optional.empty();

  @Option(
      names = "--workload",
      paramLabel = "KIND/NAME",
      description = "The workload that runs the framework's application, as in Deployment/orders.")
  private Optional<String> workload = Optional.empty();

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description =
          "The container that runs the framework's application; if not given, the only one of the"
              + " workload.")
  private Optional<String> container = Optional.empty();

  private FrameworkParameters() {}

  /**
   * {@return what is declared, and where nothing is, what a framework answers} The error output
   * says what was recognised.
   *
   * @param sources probe-set documents, folders of classes, and jars
   * @param project what its file says, where options say nothing
   * @param environment the environment that was chosen, or none
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if there is no framework of that name
   */
  MergedProbes declared(List<Path> sources, ProjectFile project, EnvironmentChoice environment)
      throws IOException {
    return declared(sources, project).in(environment);
  }

  /**
   * {@return the same, in no environment}
   *
   * @param sources probe-set documents, folders of classes, and jars
   * @param project what its file says, where options say nothing
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if there is no framework of that name
   */
  MergedProbes declared(List<Path> sources, ProjectFile project) throws IOException {
    FrameworkSearch search =
        FrameworkSearch.of(
            new FrameworkChoice(framework, workload, container).or(project.framework()));
    MergedProbes probes = MergedProbes.read(sources, search);
    probes.recognised().forEach(spec.commandLine().getErr()::println);
    return probes;
  }

  /** Says on the error output what is to be known of the frameworks' configuration. */
  void tell(List<PlacedFinding> findings) {
    findings.forEach(finding -> spec.commandLine().getErr().println(finding.text()));
  }

  /** {@return the options as they were given} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    framework.ifPresent(name -> words.addAll(List.of("--framework", name)));
    workload.ifPresent(name -> words.addAll(List.of("--workload", name)));
    container.ifPresent(name -> words.addAll(List.of("--container", name)));
    return words;
  }
}
