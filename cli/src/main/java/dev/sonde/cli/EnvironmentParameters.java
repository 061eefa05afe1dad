package dev.sonde.cli;

import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.project.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which environment the probes are for, in the words of all commands that take probes. */
final class EnvironmentParameters {

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Applies the overrides of an environment, such as prod.")
  private Optional<String> environment = Optional.empty();

  @Option(
      names = "--overrides",
      paramLabel = "FILE",
      description =
          "What differs between environments; "
              + EnvironmentChoice.FILE_NAME
              + " if not given. See docs/environments.md.")
  private Optional<Path> overrides = Optional.empty();

  private EnvironmentParameters() {}

  /**
   * {@return the environment that was named, or that of the project, or none}
   *
   * @param project what its file says
   * @throws IllegalArgumentException if overrides are named, and no environment
   */
  EnvironmentChoice choice(ProjectFile project) {
    return project.environment(environment, overrides, Path.of(""));
  }

  /** {@return the options as they were given} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    environment.ifPresent(name -> words.addAll(List.of("--environment", name)));
    overrides.ifPresent(file -> words.addAll(List.of("--overrides", file.toString())));
    return words;
  }
}
