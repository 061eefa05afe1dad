package dev.sonde.maven;

import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.project.ProjectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Which probes are meant, and for which environment, in the words of all goals that take them. */
abstract class CompiledProbesMojo extends ClassesMojo {

  /** Applies what the overrides say of an environment, such as {@code prod}. */
  @Parameter(property = "sonde.environment")
  private String environment;

  /**
   * The file that says what differs between environments. If none is given: {@code
   * sonde-environments.yaml} in the project.
   */
  @Parameter(property = "sonde.overrides")
  private File overrides;

  /**
   * The file with the settings of the project. If none is given: the nearest {@code .sonde.yaml} in
   * the folders around what is looked at.
   */
  @Parameter(property = "sonde.project")
  private File projectFile;

  /** Takes no settings from a project file. */
  @Parameter(property = "sonde.noProject", defaultValue = "false")
  private boolean noProject;

  /** The project's folder. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  File basedir;

  /**
   * {@return what the project file says}
   *
   * @param paths what is looked at
   * @throws IOException if the file cannot be read
   */
  final ProjectFile project(List<Path> paths) throws IOException {
    return ProjectMojo.read(projectFile, noProject, paths, getLog());
  }

  /**
   * {@return the environment that was named, or that of the project, or none}
   *
   * @param project what its file says
   */
  EnvironmentChoice environment(ProjectFile project) {
    return project.environment(
        Optional.ofNullable(environment),
        Optional.ofNullable(overrides).map(File::toPath),
        basedir.toPath());
  }
}
