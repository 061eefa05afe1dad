package dev.sonde.cli;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.lint.LintReport;
import dev.sonde.manifests.lint.LintRun;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import dev.sonde.manifests.merge.FrameworkFindings;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges manifests. */
@Command(
    name = "lint",
    description = "Judges the probes in manifests: the API server's own verdict, then advice.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 nothing wrong, 1 at least one finding is as bad as --fail-on, 2 some input is "
          + "unreadable, or the command line is wrong."
    })
final class LintCommand implements Callable<Integer> {

  private static final String STDIN = "-";
  private static final int CLEAN = 0;
  private static final int FOUND = 1;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "Manifests in YAML or JSON, folders of them, or - for the standard input.")
  private List<String> inputs = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private FormatParameters format;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "The least severity that fails: error, warning or info; error if not given.")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description =
          "Files in the folders to skip, such as chart or **/*-values.yaml; may be repeated.")
  private List<String> excludes = List.of();

  @Option(
      names = "--probes",
      paramLabel = "CLASSES|JAR",
      description =
          "The application that the manifests run, to judge its framework's configuration, too; "
              + "may be repeated.")
  private List<Path> probes = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private EnvironmentParameters environment;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private FrameworkParameters framework;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private AdviceParameters advice;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ProjectParameters projects;

  private LintCommand() {}

  @Override
  public Integer call() throws IOException {
    ProjectFile project = projects.around(inputs.stream().map(LintCommand::place).toList());
    MergedProbes declared = framework.declared(probes, project);
    ProbeSetFiles.refuseEmpty(declared.empty());
    FileFilter filter = project.files(List.of(), excludes);
    LintRun run =
        ManifestLinter.with(advice.settings(project).withReleases(kubernetes.releases(project)))
            .start()
            .buildWith(format.buildTools())
            .only(filter);
    MergeInputs check =
        new MergeInputs(
            Path.of(""),
            inputs.stream().filter(input -> !input.equals(STDIN)).map(Path::of).toList(),
            filter,
            declared.ofFrameworks(environment.choice(project).environment()),
            MergeOptions.DEFAULT.withReleases(kubernetes.releases(project)),
            RecordPlace.nowhere(),
            addAll(run));
    FrameworkFindings.of(check, run.built()).forEach(run::add);
    LintReport report = run.report();
    format.print(report.output());
    return exitCode(report);
  }

  /** {@return the standard input, where it is looked at once more} */
  private List<ManifestFile> addAll(LintRun run) throws IOException {
    List<ManifestFile> texts = new ArrayList<>();
    for (String input : inputs) {
      if (!input.equals(STDIN)) {
        run.add(Path.of(input));
      } else if (probes.isEmpty()) {
        run.addStandardInput(System.in);
      } else {
        ManifestFile text = ManifestFile.standardInput(System.in);
        run.add(new ManifestText(text.name(), text.bytes()));
        texts.add(text);
      }
    }
    return texts;
  }

  /** What comes from the standard input belongs to the current folder. */
  private static Path place(String input) {
    return Path.of(input.equals(STDIN) ? "" : input);
  }

  private int exitCode(LintReport report) {
    if (!report.isComplete()) {
      return Sonde.FAILED;
    }
    return report.hasAny(failOn) ? FOUND : CLEAN;
  }
}
