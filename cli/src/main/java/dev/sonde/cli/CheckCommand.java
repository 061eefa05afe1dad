package dev.sonde.cli;

import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares manifests with the probes that code declares. */
@Command(
    name = "check",
    description =
        "Compares manifests with the probes that the code declares, by meaning, not by text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 code and manifests agree, 1 they differ, 2 some input is unreadable, or the "
          + "command line is wrong."
    })
final class CheckCommand implements Callable<Integer> {

  private static final int DRIFT = 1;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private MergeParameters parameters;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private FormatParameters format;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "The least severity that fails: error, warning or info; error if not given.")
  private Severity failOn = Severity.ERROR;

  private CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    String repair = parameters.mergeCommand();
    DriftReport report = DriftReport.of(parameters.session().built(format.buildTools()), failOn);
    format.print(report.output(repair));
    return report.fails() ? DRIFT : 0;
  }
}
