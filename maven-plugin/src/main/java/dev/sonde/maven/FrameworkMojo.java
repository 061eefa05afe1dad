package dev.sonde.maven;

import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.FrameworkSearch;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/** Who answers the probes where the classes declare none, in the words of all goals that ask. */
abstract class FrameworkMojo extends CompiledProbesMojo {

  /**
   * The framework whose configuration says where it answers probes, where the classes declare none:
   * {@code spring-boot}, {@code quarkus}, {@code micronaut}, {@code helidon}, or {@code none}. If
   * none is given, it is recognised.
   */
  @Parameter(property = "sonde.framework")
  private String framework;

  /** The workload that runs the framework's application, as in {@code Deployment/orders}. */
  @Parameter(property = "sonde.workload")
  private String workload;

  /**
   * The container that runs the framework's application; if none is given, the only one of the
   * workload.
   */
  @Parameter(property = "sonde.container")
  private String container;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject module;

  @Parameter(defaultValue = "${session}", readonly = true)
  MavenSession session;

  @Inject private ProjectDependenciesResolver resolver;

  /**
   * {@return what is declared for an environment, and where nothing is, what a framework answers}
   *
   * @param sources probe-set documents, folders of classes, and jars
   * @param project what its file says
   * @param search whether a framework may answer
   * @throws IOException if a file cannot be read
   */
  final MergedProbes declared(List<Path> sources, ProjectFile project, boolean search)
      throws IOException {
    return read(sources, project, search).in(environment(project));
  }

  /** The same, in no environment. */
  final MergedProbes read(List<Path> sources, ProjectFile project, boolean search)
      throws IOException {
    FrameworkChoice choice =
        new FrameworkChoice(
                Optional.ofNullable(framework),
                Optional.ofNullable(workload),
                Optional.ofNullable(container))
            .or(project.framework());
    MergedProbes probes =
        MergedProbes.read(sources, search ? source -> find(source, choice) : FrameworkSearch.NONE);
    probes.recognised().forEach(getLog()::info);
    return probes;
  }

  /** The module's libraries are those of its own classes alone. */
  private Optional<FrameworkApplication> find(Path source, FrameworkChoice choice)
      throws IOException {
    boolean isOwn = source.equals(classes.toPath()) && Files.isDirectory(source);
    Libraries libraries =
        isOwn ? new ProjectLibraries(resolver, session, module).read() : Libraries.UNKNOWN;
    return FrameworkApplication.find(source, libraries, choice);
  }
}
