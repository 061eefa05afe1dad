package dev.sonde.maven;

import dev.sonde.kubelet.internal.input.ClassPathSource;
import dev.sonde.kubelet.internal.input.ContainerChoice;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.classes.SourceFolders;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.output.PlacedFinding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which classes are meant, in the words of all goals that take them. */
abstract class ClassesMojo extends SondeMojo {

  /** The compiled classes, with what the annotation processor left there: a folder or a jar. */
  @Parameter(
      property = "sonde.classes",
      defaultValue = "${project.build.outputDirectory}",
      required = true)
  File classes;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File compilerOutput;

  @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true)
  private List<String> sourceRoots = List.of();

  @Parameter(defaultValue = "${project.build.directory}/generated-sources", readonly = true)
  private File generatedSources;

  /**
   * {@return the compiled classes} The project's own are held against its sources first: a goal
   * that is called alone compiles nothing.
   *
   * @throws IOException if a file cannot be read
   * @throws MojoFailureException if they were not compiled from the sources as they are now
   */
  Path compiled() throws IOException, MojoFailureException {
    if (classes.equals(compilerOutput)) {
      Optional<PlacedFinding> changed =
          SourceFolders.judge(
              classes.toPath(),
              sourceRoots.stream().map(Path::of).toList(),
              generatedSources.toPath());
      if (changed.isPresent()) {
        throw new MojoFailureException(changed.get().toString());
      }
    }
    return classes.toPath();
  }

  /**
   * {@return the container whose probes are meant}
   *
   * @param file a manifest or a probe-set document; the compiled classes if unset
   * @param workload which workload of a manifest; the only one if unset
   * @param container which container; the only one if unset
   * @throws IOException if a file cannot be read
   * @throws MojoFailureException if the classes were not compiled from the sources as they are now
   */
  ProbedContainer probed(@Nullable File file, @Nullable String workload, @Nullable String container)
      throws IOException, MojoFailureException {
    ContainerChoice choice =
        new ContainerChoice(
            Optional.ofNullable(workload), Optional.ofNullable(container), "<%s>NAME in the pom");
    return file == null
        ? ClassPathSource.read(compiled().toString(), choice)
        : ContainerSource.read(file.toPath(), choice);
  }

  /** {@return one sentence that says that there is nothing to do} */
  String withoutProbes() throws IOException {
    return ProbeSetFiles.library(classes.toPath())
        .map(why -> "There are no probes in " + classes + ": " + why)
        .orElse("There are no probes in " + classes + ".");
  }
}
