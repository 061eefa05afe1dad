package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.OutputFormat;
import dev.sonde.kubelet.internal.console.PlayWish;
import dev.sonde.kubelet.internal.console.SimulateRunner;
import dev.sonde.kubelet.sim.KubeletMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Plays scenarios. */
@Command(
    name = "simulate",
    description = "Shows what the kubelet does with an application's probes.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 played everything, 2 some input is unreadable or wrong, or has nothing to "
          + "play."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Sonde sonde;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description =
          "Scenarios, or manifests and probe sets, to play the standard scenarios with; folders of "
              + "them, or - for the standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs; text if not given.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "ideal: a kubelet that acts at once; real: one that is as late as on a node, with a "
              + "range over many seeds. The scenario's if not given, or else ideal.")
  private Optional<KubeletMode> mode = Optional.empty();

  @Option(
      names = "--seeds",
      paramLabel = "NUMBER",
      description = "How many seeds the range covers; 100 in real mode if not given.")
  private Optional<Integer> seeds = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  private SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    return SimulateRunner.run(inputs, wish(), format, System.in, sonde.out(), sonde.err());
  }

  private PlayWish wish() {
    if (seeds.isPresent() && seeds.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--seeds " + seeds.get() + " is below 1. Write at least 1.");
    }
    return new PlayWish(
        mode, kubernetes.newest(), seeds.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }
}
