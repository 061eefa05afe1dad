package dev.sonde.maven;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.lint.LintReport;
import dev.sonde.manifests.lint.LintRun;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.merge.FrameworkFindings;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.manifests.output.FindingFormat;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.overlay.BuildTools;
import dev.sonde.manifests.overlay.OverlayBuild;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.rules.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges the probes in manifests: first what the API server would report, then advice. Fails if
 * anything found is an error, or as bad as {@code failOn} says. Where the project's classes declare
 * no probes and a framework answers them, it reports what is wrong with its configuration, too.
 *
 * <p>Needs no project: {@code mvn dev.sonde:sonde-maven-plugin:VERSION:lint
 * -Dsonde.manifests=k8s,other.yaml}.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends FrameworkMojo {

  /** Files and folders with manifests that are deployed together, in YAML or JSON. */
  @Parameter(property = "sonde.manifests", required = true)
  private List<File> manifests = List.of();

  /** Which files of the folders do not count, such as {@code chart}. */
  @Parameter(property = "sonde.excludes")
  private List<String> excludes = List.of();

  /** The least severity that fails: {@code error}, {@code warning} or {@code info}. */
  @Parameter(property = "sonde.lint.failOn", defaultValue = "error")
  private String failOn = "error";

  /** How the report is written: {@code text}, {@code json} or {@code sarif}. */
  @Parameter(property = "sonde.lint.format", defaultValue = "text")
  private String format = "text";

  /** The file to write the report to; if none is given, it goes to Maven's own output. */
  @Parameter(property = "sonde.lint.output")
  private File output;

  /** Rules of advice that are switched off: the rule's id, and the reason. */
  @Parameter private Map<String, String> off = Map.of();

  /** Rules of advice with another severity: the rule's id, and error, warning or info. */
  @Parameter private Map<String, String> severities = Map.of();

  /**
   * The releases of Kubernetes that the manifests are for, 1.31 to 1.37. If none are given, those
   * that upstream maintains, 1.35 to 1.37.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  /** Where Maven was started: reports name files from here. */
  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  private File root;

  /** The plugin's own version, for reports. */
  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    Severity least = EnumWords.of(Severity.class, failOn);
    List<Path> files = manifests.stream().map(File::toPath).toList();
    ProjectFile project = project(files);
    FileFilter filter = project.files(List.of(), excludes);
    LintRun run =
        ManifestLinter.with(
                AdviceRules.settings(project, off, severities)
                    .withReleases(project.releases(kubernetes)))
            .startIn(root.toPath())
            .buildWith(BuildTools.onPath().announcedTo(getLog()::info))
            .only(filter);
    files.forEach(run::add);
    if (classes.exists()) {
      frameworkFindings(files, project, filter, run.built()).forEach(run::add);
    }
    LintReport report = run.report();
    write(report);
    if (!report.isComplete()) {
      throw new MojoExecutionException("Not every file could be read.");
    }
    if (report.hasAny(least)) {
      throw new MojoFailureException(
          "The manifests have findings of severity %s or worse. Correct them, or switch off advice with its reason."
              .formatted(least.word()));
    }
  }

  /** Of the project; where there is none, nothing is compiled. */
  private List<PlacedFinding> frameworkFindings(
      List<Path> files, ProjectFile project, FileFilter filter, OverlayBuild build)
      throws IOException {
    MergeInputs check =
        new MergeInputs(
            root.toPath(),
            files,
            filter,
            read(List.of(classes.toPath()), project, true)
                .ofFrameworks(environment(project).environment()),
            MergeOptions.DEFAULT.withReleases(project.releases(kubernetes)),
            RecordPlace.nowhere());
    return FrameworkFindings.of(check, build);
  }

  private void write(LintReport report) throws IOException, MojoExecutionException {
    FindingFormat form = EnumWords.of(FindingFormat.class, format);
    if (output == null && form == FindingFormat.TEXT) {
      new FindingLog(getLog()).write(report.findings());
      getLog().info(report.summary());
      return;
    }
    StringBuilder text = new StringBuilder();
    report.output().write(form, version, text);
    if (output == null) {
      System.out.print(text);
    } else {
      AllOrNothing.write(List.of(FileChange.output(output.toPath(), text.toString())));
      getLog().info(report.summary() + " Report: " + output);
    }
  }
}
