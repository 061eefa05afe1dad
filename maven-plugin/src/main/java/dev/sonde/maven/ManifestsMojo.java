package dev.sonde.maven;

import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.manifests.project.ProjectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The options that {@code merge} and {@code check} share. */
abstract class ManifestsMojo extends FrameworkMojo {

  private static final List<String> USUAL_FOLDERS =
      List.of("src/main/k8s", "src/main/kubernetes", "k8s", "deploy");

  /** Further probe-set documents, folders of classes, or jars. */
  @Parameter(property = "sonde.probes")
  private List<File> probes = List.of();

  /**
   * Manifests, and folders of them. If none are given: {@code src/main/k8s}, {@code
   * src/main/kubernetes}, {@code k8s} and {@code deploy}, as far as the project has them.
   */
  @Parameter(property = "sonde.manifests")
  private List<File> manifests = List.of();

  /** Which files of the folders count, such as {@code **}{@code /*-deployment.yaml}; else all. */
  @Parameter(property = "sonde.includes")
  private List<String> includes = List.of();

  /** Which files of the folders do not count, such as {@code chart}. */
  @Parameter(property = "sonde.excludes")
  private List<String> excludes = List.of();

  /** Removes the fields of a declared probe that the code leaves open. */
  @Parameter(property = "sonde.strict", defaultValue = "false")
  private boolean strict;

  /** Merges into every workload that the probes fit; otherwise there may be only one. */
  @Parameter(property = "sonde.everyMatch", defaultValue = "false")
  private boolean everyMatch;

  /**
   * Cleans also the containers whose probes were once merged from elsewhere, and that no probes
   * mention now. What was merged from the same classes or documents is cleaned anyway.
   */
  @Parameter(property = "sonde.prune", defaultValue = "false")
  private boolean prune;

  /** Custom kinds and the way to their pod spec: {@code version/Kind=way.to.the.pod.spec}. */
  @Parameter(property = "sonde.kinds")
  private List<String> kinds = List.of();

  /**
   * Where the probes are, if {@code manifests} are values of a Helm chart: keys with dots between
   * them, such as {@code backend.api}, or a dot alone for the top.
   */
  @Parameter(property = "sonde.valuesPath")
  private String valuesPath;

  /** The namespace of the workloads, for probes that do not name one. */
  @Parameter(property = "sonde.namespace")
  private String namespace;

  /**
   * Where merging keeps what it wrote; if none is given, in {@code sonde.lock} beside each file.
   */
  @Parameter(property = "sonde.record")
  private File record;

  /**
   * Keeps no record: merged fields belong to the manifest at once, and merging never removes them.
   */
  @Parameter(property = "sonde.noRecord", defaultValue = "false")
  private boolean noRecord;

  /**
   * The releases of Kubernetes that the manifests are for, 1.31 to 1.37. If none are given, those
   * that upstream maintains, 1.35 to 1.37.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  /** Where Maven was started: reports name files from here. */
  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  private File root;

  @Override
  final void run() throws IOException, MojoExecutionException, MojoFailureException {
    List<Path> files = manifests();
    ProjectFile project = project(files.isEmpty() ? List.of(basedir.toPath()) : files);
    MergedProbes declared = declared(sources(), project, !files.isEmpty());
    if (!declared.probes().isEmpty() && files.isEmpty()) {
      getLog()
          .warn(
              "There are probes, but no manifests: the project has none of "
                  + String.join(", ", USUAL_FOLDERS)
                  + ". Name them with <manifests>.");
      return;
    }
    // Modules that Maven builds side by side may share manifests and their record. They have the
    // request in common, but not always this class: it is loaded for each set of dependencies.
    synchronized (session.getRequest()) {
      run(declared, files, project);
    }
  }

  private void run(MergedProbes declared, List<Path> files, ProjectFile project)
      throws IOException, MojoExecutionException, MojoFailureException {
    MergeSession session =
        MergeSession.of(
            new MergeInputs(
                root.toPath(),
                files,
                project.files(includes, excludes),
                declared,
                MergeOptions.parse(
                        kinds,
                        strict,
                        everyMatch,
                        prune,
                        Optional.ofNullable(valuesPath),
                        Optional.ofNullable(namespace))
                    .withReleases(project.releases(kubernetes)),
                RecordPlace.of(Optional.ofNullable(record).map(File::toPath), noRecord)));
    if (session.withoutProbes().size() == declared.sources().size()) {
      getLog().info(withoutProbes());
    } else {
      run(session);
    }
  }

  /** Does with the plan what the goal is there for. */
  abstract void run(MergeSession session)
      throws IOException, MojoExecutionException, MojoFailureException;

  private List<Path> sources() throws IOException, MojoFailureException {
    Stream<Path> compiled = Stream.of(compiled()).filter(Files::exists);
    return Stream.concat(compiled, probes.stream().map(File::toPath)).toList();
  }

  private List<Path> manifests() {
    if (!manifests.isEmpty()) {
      return manifests.stream().map(File::toPath).toList();
    }
    return USUAL_FOLDERS.stream()
        .map(folder -> basedir.toPath().resolve(folder))
        .filter(folder -> folder.toFile().isDirectory())
        .toList();
  }
}
