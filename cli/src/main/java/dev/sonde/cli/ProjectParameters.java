package dev.sonde.cli;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which project's settings count, in the words of all commands that have some. */
final class ProjectParameters {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--project",
      paramLabel = "FILE",
      description =
          "The file with the project's settings; if not given, the nearest "
              + ProjectFile.FILE_NAME
              + " in the folders around what is looked at. See docs/project.md.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--no-project", description = "Takes no settings from a project file.")
  private boolean none;

  private ProjectParameters() {}

  /**
   * Reads the project file, and says on the error output which one counts, but for {@code --quiet}.
   *
   * @param paths what is looked at
   * @throws IOException if the file cannot be read
   * @throws UnreadableDocumentException if it is wrong, or there are several
   * @throws IllegalArgumentException if a file and none is wanted
   */
  ProjectFile around(List<Path> paths) throws IOException {
    if (none && file.isPresent()) {
      throw new IllegalArgumentException(
          "--project names a file, and --no-project wants none. Leave one of them out.");
    }
    if (none) {
      return ProjectFile.NONE;
    }
    ProjectFile project =
        file.isPresent() ? ProjectFile.read(file.get()) : ProjectFile.around(paths);
    project
        .file()
        .filter(named -> !spec.commandLine().getParseResult().matchedOptionValue("--quiet", false))
        .map(FileNames.from(Path.of(""))::of)
        .ifPresent(name -> spec.commandLine().getErr().println("Settings of " + name + "."));
    return project;
  }

  /** {@return the options as they were given} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    file.ifPresent(named -> words.addAll(List.of("--project", named.toString())));
    if (none) {
      words.add("--no-project");
    }
    return words;
  }
}
