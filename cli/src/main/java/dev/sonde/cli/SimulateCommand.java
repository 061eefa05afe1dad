package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.Format;
import dev.sonde.kubelet.internal.console.Simulate;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a scenario. */
@Command(
    name = "simulate",
    description = "Shows what the kubelet does with probes while an application does what it does.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 it was played, 2 the scenario cannot be read or is mistaken."})
final class SimulateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SCENARIO", description = "A scenario in YAML or JSON.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path scenario;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs; text if not given.")
  private Format format = Format.TEXT;

  private SimulateCommand() {}

  @Override
  public Integer call() {
    return Simulate.run(scenario, format, System.out, System.err);
  }
}
