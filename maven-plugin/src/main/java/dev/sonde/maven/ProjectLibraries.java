package dev.sonde.maven;

import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.manifests.framework.Libraries;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;

/**
 * The libraries that a module runs with. Asked for only where no code declares probes: a goal that
 * always demanded them could not run alone in a module whose neighbours are not installed.
 *
 * @param resolver Maven's own
 * @param session the build
 * @param project the module
 */
record ProjectLibraries(
    ProjectDependenciesResolver resolver, MavenSession session, MavenProject project) {

  private static final Set<String> NOT_RUNNING = Set.of("test", "system");

  /**
   * {@return names and versions, also of what could not be downloaded}
   *
   * @throws UnreadableFileException if some are not known: without them an application may seem to
   *     have no probes any more
   */
  Libraries read() throws UnreadableFileException {
    Map<String, String> versions = new TreeMap<>();
    for (Dependency dependency : dependencies()) {
      Artifact artifact = dependency.getArtifact();
      if (!NOT_RUNNING.contains(dependency.getScope())) {
        versions.put(artifact.getArtifactId(), artifact.getVersion());
      }
    }
    return new Libraries(versions);
  }

  private List<Dependency> dependencies() throws UnreadableFileException {
    DependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
    try {
      return resolver.resolve(request).getDependencies();
    } catch (DependencyResolutionException incomplete) {
      if (!incomplete.getResult().getCollectionErrors().isEmpty()) {
        throw UnreadableFileException.of(
            project.getFile().getName(),
            "the libraries of the module are not known: " + incomplete.getMessage(),
            "Let Maven find them, or say sonde.framework=none.");
      }
      return incomplete.getResult().getDependencies();
    }
  }
}
