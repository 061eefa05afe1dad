package dev.sonde.maven;

import dev.sonde.kubelet.internal.report.ReportBuilder;
import dev.sonde.kubelet.internal.report.ReportFiles;
import dev.sonde.kubelet.internal.report.ReportInputs;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.manifests.project.ProjectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows every container's probes, what they mean in time, and what the kubelet will do: {@code
 * report.html} with pictures, {@code report.md} for a pull request, and {@code report.json} for the
 * next report to compare with.
 *
 * <p>What is found is in the report and fails no build; {@code sonde:lint} and {@code sonde:check}
 * do that.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class ReportMojo extends CompiledProbesMojo {

  /** Further probe-set documents, folders of classes, or jars. */
  @Parameter(property = "sonde.probes")
  private List<File> probes = List.of();

  /** Manifests, and folders of them, to be reported on as well. */
  @Parameter(property = "sonde.manifests")
  private List<File> manifests = List.of();

  /** Scenarios to be shown beside the standard ones. */
  @Parameter(property = "sonde.scenarios")
  private List<File> scenarios = List.of();

  /** The report.json of an earlier report, to say what changed since. */
  @Parameter(property = "sonde.previous")
  private File previous;

  /** The folder to write to. */
  @Parameter(
      property = "sonde.output",
      defaultValue = "${project.build.directory}/sonde",
      required = true)
  private File outputDirectory;

  /** Rules of advice that are switched off: the rule's id, and the reason. */
  @Parameter private Map<String, String> off = Map.of();

  /** Rules of advice with another severity: the rule's id, and error, warning or info. */
  @Parameter private Map<String, String> severities = Map.of();

  /** Where Maven was started: reports name files from here. */
  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  private File root;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    ProbesReport report = ReportBuilder.report(inputs());
    Optional<Path> before = Optional.ofNullable(previous).map(File::toPath);
    files().write(report, ReportFiles.difference(report, before));
    getLog().info("Probe report: " + ReportPhrases.summary(report) + ": " + file("report.html"));
  }

  private ReportInputs inputs() throws IOException, MojoExecutionException, MojoFailureException {
    List<Path> declared = new ArrayList<>(List.of(compiled()));
    declared.addAll(paths(probes));
    List<Path> shown = paths(manifests);
    ProjectFile project = project(shown.isEmpty() ? List.of(basedir.toPath()) : shown);
    return ReportInputs.NONE
        .withProbes(declared)
        .in(environment(project))
        .withManifests(shown)
        .withScenarios(paths(scenarios))
        .with(AdviceRules.settings(project, off, severities))
        .namedFrom(root.toPath());
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }

  private ReportFiles files() {
    return new ReportFiles(
        Optional.of(file("report.html")),
        Optional.of(file("report.md")),
        Optional.of(file("report.json")));
  }

  private Path file(String name) {
    return outputDirectory.toPath().resolve(name);
  }
}
