package dev.sonde.maven;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.project.ProjectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which settings of {@code .sonde.yaml} count, in the words of all goals that have some. */
abstract class ProjectMojo extends SondeMojo {

  /**
   * The file with the settings of the project. If none is given: the nearest {@code .sonde.yaml} in
   * the folders around what is looked at.
   */
  @Parameter(property = "sonde.project")
  private File projectFile;

  /** Takes no settings from a project file. */
  @Parameter(property = "sonde.noProject", defaultValue = "false")
  private boolean noProject;

  /**
   * {@return what the project file says}
   *
   * @param paths what is looked at
   * @throws IOException if the file cannot be read
   * @throws UnreadableDocumentException if it is wrong, or there are several
   * @throws IllegalArgumentException if a file and none is wanted
   */
  final ProjectFile project(List<Path> paths) throws IOException {
    return read(projectFile, noProject, paths, getLog());
  }

  /** For the goals that have the same parameters and take classes. */
  static ProjectFile read(@Nullable File file, boolean none, List<Path> paths, Log log)
      throws IOException {
    if (none && file != null) {
      throw new IllegalArgumentException(
          "projectFile names a file, and noProject wants none. Leave one of them out.");
    }
    if (none) {
      return ProjectFile.NONE;
    }
    ProjectFile project =
        file == null ? ProjectFile.around(paths) : ProjectFile.read(file.toPath());
    project.file().ifPresent(found -> log.info("Settings of " + found + "."));
    return project;
  }
}
