package dev.sonde.maven;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.model.ProbeSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What {@code merge} and {@code check} are told in the same words. */
abstract class ManifestsMojo extends EnvironmentMojo {

  private static final List<String> USUAL_FOLDERS =
      List.of("src/main/k8s", "src/main/kubernetes", "k8s", "deploy");

  /** The compiled classes, with what the annotation processor left there: a folder or a jar. */
  @Parameter(
      property = "sonde.classes",
      defaultValue = "${project.build.outputDirectory}",
      required = true)
  private File classes;

  /** Further probe-set documents, folders of classes, or jars. */
  @Parameter(property = "sonde.probes")
  private List<File> probes = List.of();

  /**
   * Manifests, and folders of them. If none are given: {@code src/main/k8s}, {@code
   * src/main/kubernetes}, {@code k8s} and {@code deploy}, as far as the project has them.
   */
  @Parameter(property = "sonde.manifests")
  private List<File> manifests = List.of();

  /** Takes away the fields of a declared probe that the code leaves open. */
  @Parameter(property = "sonde.strict", defaultValue = "false")
  private boolean strict;

  /** Goes into every workload that the probes fit, not into the only one. */
  @Parameter(property = "sonde.everyMatch", defaultValue = "false")
  private boolean everyMatch;

  /** Cleans also the containers that no probes mention any more. */
  @Parameter(property = "sonde.prune", defaultValue = "false")
  private boolean prune;

  /** Custom kinds and the way to their pod spec: {@code version/Kind=way.to.the.pod.spec}. */
  @Parameter(property = "sonde.kinds")
  private List<String> kinds = List.of();

  /** Where merging keeps what it wrote. */
  @Parameter(
      property = "sonde.record",
      defaultValue = "${project.basedir}/sonde.lock",
      required = true)
  private File record;

  /** Does nothing. */
  @Parameter(property = "sonde.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Sonde is skipped.");
      return;
    }
    try {
      List<ProbeSet> declared = declared();
      List<Path> files = manifests();
      if (declared.isEmpty()) {
        getLog().info("There are no probes in " + classes + ".");
      } else if (files.isEmpty()) {
        getLog()
            .warn(
                "There are probes, but no manifests: the project has none of "
                    + String.join(", ", USUAL_FOLDERS)
                    + ". Name them with <manifests>.");
      } else {
        execute(
            MergeSession.of(
                new MergeInputs(files, inEnvironment(declared), options(), record.toPath())));
      }
    } catch (UnreadableDocumentException wrong) {
      throw new MojoFailureException(wrong.getMessage(), wrong);
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    } catch (IOException broken) {
      throw new MojoExecutionException(broken.getMessage(), broken);
    }
  }

  /** Does with the plan what the goal is there for. */
  abstract void execute(MergeSession session)
      throws IOException, MojoExecutionException, MojoFailureException;

  private List<ProbeSet> declared() throws IOException {
    List<ProbeSet> declared = new ArrayList<>(ProbeSetFiles.read(classes.toPath()));
    for (File source : probes) {
      declared.addAll(ProbeSetFiles.read(source.toPath()));
    }
    return declared;
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

  private MergeOptions options() {
    WorkloadKinds known = WorkloadKinds.KNOWN;
    for (String kind : kinds) {
      known = known.with(WorkloadKind.parse(kind));
    }
    return new MergeOptions(known, strict, everyMatch, prune);
  }
}
