package dev.sonde.cli;

import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.manifests.shapes.ShapeFile;
import dev.sonde.manifests.shapes.ShapeFolder;
import dev.sonde.manifests.shapes.ShapeRendering;
import dev.sonde.manifests.shapes.ShapeRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes probes in the shapes in which they are deployed. */
@Command(
    name = "generate",
    description = "Writes the declared probes in the shapes that teams deploy.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 written, 2 a file is unreadable or unwritable, or the command line is wrong. "
          + "It writes all files, or none."
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private DeclaredProbes probes;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      completionCandidates = ShapeWords.class,
      defaultValue = "blocks",
      description =
          "What to write: ${COMPLETION-CANDIDATES}; blocks if not given; may be repeated.")
  private List<String> shapes = List.of();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where to write to; a single file goes to the standard output if not given.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--defaults", description = "Writes out Kubernetes' defaults for unset fields.")
  private boolean defaults;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "For kustomize-json6902: the manifest to patch; may be repeated.")
  private List<Path> base = List.of();

  @Option(
      names = "--image",
      paramLabel = "[CONTAINER=]IMAGE",
      description = "For starter: what to run; may be repeated for several containers.")
  private List<String> images = List.of();

  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      description =
          "For compose: the place of Sonde's runtime in the image, such as /app/app.jar; without "
              + "it the check asks with curl.")
  private Optional<String> classPath = Optional.empty();

  @Option(
      names = "--values-path",
      paramLabel = "PATH",
      description =
          "For helm and helm-enabled: where the probes are in the chart's values, such as"
              + " backend.api; at the top if not given.")
  private Optional<String> valuesPath = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ProjectParameters projects;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private QuietParameter quiet;

  private GenerateCommand() {}

  @Override
  public Integer call() throws IOException {
    ProjectFile project = projects.around(List.of(Path.of("")));
    ShapeRendering rendering;
    try {
      rendering =
          new ShapeRequest(
                  shapes,
                  base,
                  images,
                  classPath,
                  valuesPath,
                  defaults,
                  kubernetes.releases(project))
              .render(probes.read(project).probes());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    if (output.isPresent()) {
      write(output.get(), rendering.files());
    } else {
      print(rendering.files());
    }
    rendering.notes().forEach(spec.commandLine().getErr()::println);
    return 0;
  }

  private void write(Path folder, List<ShapeFile> files) throws IOException {
    ShapeFolder.write(folder, files);
    PrintWriter out = spec.commandLine().getOut();
    files.forEach(file -> quiet.note(out, folder.resolve(file.path())));
  }

  private void print(List<ShapeFile> files) {
    if (files.size() != 1) {
      List<String> paths = files.stream().map(ShapeFile::path).toList();
      throw new ParameterException(
          spec.commandLine(),
          "There are "
              + files.size()
              + " files ("
              + String.join(", ", paths)
              + "), and no folder for them. Name one with --output.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(files.get(0).text());
    out.flush();
  }
}
