package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.TerminalDetection;
import dev.sonde.manifests.merge.CheckOutput;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.overlay.BuildTools;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares manifests with the probes that code declares. */
@Command(
    name = "check",
    description =
        "Compares manifests with the probes that the code declares: by meaning, not by text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 they say the same, 1 they differ, 2 something could not be read, or the"
          + " command line is wrong."
    })
final class CheckCommand implements Callable<Integer> {

  private static final int DRIFT = 1;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private MergeParameters parameters;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs, sarif for code review; text if not given.")
  private CheckOutput format = CheckOutput.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "The least severity that fails: error, warning or info; error if not given.")
  private Severity failOn = Severity.ERROR;

  private CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    String repair = parameters.mergeCommand();
    DriftReport report = DriftReport.of(parameters.session().built(BuildTools.onPath()), failOn);
    PrintWriter out = spec.commandLine().getOut();
    boolean colour = format == CheckOutput.TEXT && TerminalDetection.wantsColour();
    format.write(report, repair, SondeVersion.number(), colour, out);
    out.flush();
    return report.fails() ? DRIFT : 0;
  }
}
