package dev.sonde.maven;

import dev.sonde.manifests.environment.EnvironmentChoice;
import java.io.File;
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

  /** The project's folder. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  File basedir;

  /** {@return the environment that was named, or none} */
  EnvironmentChoice environment() {
    return EnvironmentChoice.of(
        Optional.ofNullable(environment),
        Optional.ofNullable(overrides).map(File::toPath),
        basedir.toPath());
  }
}
