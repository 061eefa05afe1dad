package dev.sonde.cli;

import dev.sonde.kubelet.internal.report.ReportBuilder;
import dev.sonde.kubelet.internal.report.ReportFiles;
import dev.sonde.kubelet.internal.report.ReportInputs;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportPhrases;
import dev.sonde.kubelet.internal.report.previous.ReportDifference;
import dev.sonde.manifests.project.ProjectFile;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports on probes, with pictures. */
@Command(
    name = "report",
    description =
        "Shows every container's probes, how long everything takes, and what the kubelet will do: "
            + "as one HTML file with pictures, and as Markdown for a pull request.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without a file to write to, the Markdown goes to the standard output; a file named - is the "
          + "standard output, too.",
      "Exit codes: 0 reported, with or without findings, 2 a file is unreadable or unwritable, or "
          + "the command line is wrong."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER",
      description = "Manifests in YAML or JSON, or folders of them.")
  private List<Path> manifests = List.of();

  @Option(
      names = "--probes",
      paramLabel = "FILE|CLASSES|JAR",
      description =
          "What the code declares: a probe-set document, a folder of classes, or a jar; may be"
              + " repeated.")
  private List<Path> probes = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private EnvironmentParameters environment;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A scenario of your own to show as well; may be repeated.")
  private List<Path> scenarios = List.of();

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description = "The JSON of an earlier report, to show what changed since.")
  private Optional<Path> previous = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "The page to write.")
  private Optional<Path> html = Optional.empty();

  @Option(names = "--markdown", paramLabel = "FILE", description = "The Markdown to write.")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "The JSON to write, for --previous of the next report.")
  private Optional<Path> json = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private AdviceParameters advice;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ProjectParameters projects;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private QuietParameter quiet;

  private ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    ProbesReport report = ReportBuilder.report(inputs());
    Optional<ReportDifference> difference = ReportFiles.difference(report, previous);
    String shown = new ReportFiles(html, markdown, json).write(report, difference);
    PrintWriter out = spec.commandLine().getOut();
    if (shown.isEmpty()) {
      quiet.note(out, ReportPhrases.summary(report) + ".");
    } else {
      out.print(shown);
    }
    out.flush();
    return report.isComplete() ? 0 : Sonde.FAILED;
  }

  private ReportInputs inputs() throws IOException {
    if (manifests.isEmpty() && probes.isEmpty() && scenarios.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Nothing to report on. Name manifests, --probes or --scenario.");
    }
    ProjectFile project = projects.around(manifests.isEmpty() ? List.of(Path.of("")) : manifests);
    return ReportInputs.NONE
        .withProbes(probes)
        .in(environment.choice(project))
        .withManifests(manifests)
        .withScenarios(scenarios)
        .with(advice.settings(project));
  }
}
