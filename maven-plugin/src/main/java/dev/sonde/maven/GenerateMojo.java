package dev.sonde.maven;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.manifests.shapes.ShapeFile;
import dev.sonde.manifests.shapes.ShapeFolder;
import dev.sonde.manifests.shapes.ShapeRendering;
import dev.sonde.manifests.shapes.ShapeRequest;
import dev.sonde.model.ProbeSet;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the probes of the compiled classes in the shapes in which they are deployed.
 *
 * <p>Reads what the annotation processor left in {@code META-INF/sonde} of the class output. A
 * module without probes writes nothing. All files are written, or none.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class GenerateMojo extends FrameworkMojo {

  /**
   * The folder to write to: {@code NAME.yaml} has the probe blocks, {@code kustomize/NAME.yaml} the
   * strategic-merge patch, and each other shape a folder of its own. NAME is the container's name.
   */
  @Parameter(
      property = "sonde.output",
      defaultValue = "${project.build.directory}/sonde",
      required = true)
  private File outputDirectory;

  /**
   * What to write: {@code blocks}, {@code kustomize-patch}, {@code kustomize-json6902}, {@code
   * kustomize-component}, {@code helm}, {@code helm-enabled}, {@code starter}, {@code
   * server-side-apply}, {@code compose}. If none is named, the probe blocks are written, and
   * kustomize patches for those containers that say where they belong.
   */
  @Parameter(property = "sonde.shapes")
  private List<String> shapes = List.of();

  /** The manifests that {@code kustomize-json6902} patches will be applied to. */
  @Parameter(property = "sonde.base")
  private List<File> base = List.of();

  /**
   * What {@code starter} manifests run: an image, or {@code CONTAINER=IMAGE} for each of several
   * containers.
   */
  @Parameter(property = "sonde.images")
  private List<String> images = List.of();

  /**
   * Where Sonde's runtime lies in the image, such as {@code /app/app.jar}, for {@code compose}; if
   * it is not given, the health check asks with {@code curl}.
   */
  @Parameter(property = "sonde.classPath")
  private String classPath;

  /**
   * Where the probes are in the values of a chart, such as {@code backend.api}, for {@code helm}
   * and {@code helm-enabled}; if it is not given, at the top.
   */
  @Parameter(property = "sonde.valuesPath")
  private String valuesPath;

  /**
   * The releases of Kubernetes that the manifests are for, 1.31 to 1.37. If none are given, those
   * that upstream maintains, 1.35 to 1.37.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  /** Writes out Kubernetes' defaults for unset fields. */
  @Parameter(property = "sonde.defaults", defaultValue = "false")
  private boolean defaults;

  @Override
  void run() throws IOException, MojoFailureException {
    List<ProbeSet> ofCode = ProbeSetFiles.read(compiled());
    ProjectFile project = project(List.of(basedir.toPath()));
    MergedProbes declared = declared(List.of(classes.toPath()), project, true);
    if (declared.probes().isEmpty() && ofCode.isEmpty()) {
      getLog().info(withoutProbes());
    } else {
      declared.findings().forEach(finding -> getLog().warn(finding.toString()));
      write(request(project).render(declared.alone().probes()));
    }
  }

  private ShapeRequest request(ProjectFile project) {
    return new ShapeRequest(
        shapes,
        base.stream().map(File::toPath).toList(),
        images,
        Optional.ofNullable(classPath),
        Optional.ofNullable(valuesPath),
        defaults,
        project.releases(kubernetes));
  }

  private void write(ShapeRendering rendering) throws IOException {
    ShapeFolder.write(outputDirectory.toPath(), rendering.files());
    for (ShapeFile file : rendering.files()) {
      getLog().info("Probes: " + new File(outputDirectory, file.path()));
    }
    rendering.notes().forEach(getLog()::info);
  }
}
