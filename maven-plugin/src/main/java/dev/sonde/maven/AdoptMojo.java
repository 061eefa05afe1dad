package dev.sonde.maven;

import dev.sonde.adopt.AdoptOptions;
import dev.sonde.adopt.AdoptedClass;
import dev.sonde.adopt.AdoptedCode;
import dev.sonde.adopt.AdoptionStyle;
import dev.sonde.adopt.ContainerSelection;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the Java that declares the probes of hand-written manifests: a class for each container.
 *
 * <p>Bound to no phase, because it changes sources: {@code mvn sonde:adopt -Dsonde.manifests=k8s
 * -Dsonde.package=com.acme.orders}.
 */
@Mojo(name = "adopt", threadSafe = true)
public final class AdoptMojo extends ProjectMojo {

  /** Manifests in YAML or JSON, and folders of them. */
  @Parameter(property = "sonde.manifests", required = true)
  private List<File> manifests = List.of();

  /** The package of the classes. */
  @Parameter(property = "sonde.package", required = true)
  private String packageName = "";

  /**
   * The simple name of the class, for one container. If none is given, each class is named after
   * its container, such as {@code OrdersProbes}.
   */
  @Parameter(property = "sonde.class")
  private String className;

  /** How the code declares the probes: {@code annotations} or {@code dsl}. */
  @Parameter(property = "sonde.style", defaultValue = "annotations")
  private String style = "annotations";

  /** Only containers of this workload, such as {@code Deployment/orders}. */
  @Parameter(property = "sonde.workload")
  private String workload;

  /** Only containers of this name. */
  @Parameter(property = "sonde.container")
  private String container;

  /** Custom kinds and the way to their pod spec: {@code version/Kind=way.to.the.pod.spec}. */
  @Parameter(property = "sonde.kinds")
  private List<String> kinds = List.of();

  /**
   * The releases of Kubernetes that the manifests are for, 1.31 to 1.37. If none are given, those
   * that upstream maintains, 1.35 to 1.37.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  /** The source folder to write to. */
  @Parameter(
      property = "sonde.adopt.output",
      defaultValue = "${project.basedir}/src/main/java",
      required = true)
  private File outputDirectory;

  /** Overwrites files that exist. */
  @Parameter(property = "sonde.force", defaultValue = "false")
  private boolean force;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    Path folder = outputDirectory.toPath();
    List<Path> paths = manifests.stream().map(File::toPath).toList();
    ProjectFile project = project(paths);
    AdoptedCode read =
        AdoptedCode.of(
            ManifestFile.readAll(paths, basedir.toPath(), project.files(List.of(), List.of())),
            options(project));
    AdoptedCode adoption = force ? read : read.refuseOverwriting(folder);
    new FindingLog(getLog()).write(adoption.findings());
    if (adoption.isRefused()) {
      throw new MojoFailureException(
          "The probes cannot be adopted, and nothing was written. Correct what is reported above.");
    }
    adoption.write(folder);
    for (AdoptedClass adopted : adoption.classes()) {
      getLog().info(adopted.name() + " declares the probes of " + adopted.container() + ".");
    }
  }

  private AdoptOptions options(ProjectFile project) throws MojoExecutionException {
    WorkloadKinds known = WorkloadKinds.KNOWN;
    for (String kind : kinds) {
      known = known.with(WorkloadKind.parse(kind));
    }
    return new AdoptOptions(
        EnumWords.of(AdoptionStyle.class, style),
        packageName,
        Optional.ofNullable(className),
        ContainerSelection.of(Optional.ofNullable(workload), Optional.ofNullable(container)),
        known,
        project.releases(kubernetes));
  }
}
