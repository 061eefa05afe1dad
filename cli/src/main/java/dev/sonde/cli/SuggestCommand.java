package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.OutputFormat;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.suggest.Objective;
import dev.sonde.kubelet.internal.suggest.Objectives;
import dev.sonde.kubelet.internal.suggest.Suggest;
import dev.sonde.kubelet.internal.suggest.SuggestRequest;
import dev.sonde.kubelet.internal.suggest.Suggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Suggests numbers of probes. */
@Command(
    name = "suggest",
    description =
        "Finds the smallest change of a container's probes that meets your wishes, and confirms it "
            + "in the simulator; or says which wishes contradict each other, and by how much.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 the current or the suggested numbers meet all objectives, 1 none can, 2 some "
          + "input is unreadable or wrong, or there is no objective."
    })
final class SuggestCommand implements Callable<Integer> {

  private static final int CONTRADICTED = 1;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "A manifest or probe-set document with the current probes.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ContainerParameters container;

  @Option(
      names = "--ready-within",
      paramLabel = "DURATION",
      description = "The pod is ready within this time after the application could be.")
  private Optional<String> readyWithin = Optional.empty();

  @Option(
      names = "--hang-restarted-within",
      paramLabel = "DURATION",
      description =
          "The next instance runs within this time after a hang, even if the process ignores "
              + "SIGTERM.")
  private Optional<String> hangRestartedWithin = Optional.empty();

  @Option(
      names = "--stall-survived",
      paramLabel = "DURATION",
      description = "A hang that ends after this time restarts nothing.")
  private Optional<String> stallSurvived = Optional.empty();

  @Option(
      names = "--traffic-gone-within",
      paramLabel = "DURATION",
      description = "Traffic ends within this time after a hang.")
  private Optional<String> trafficGoneWithin = Optional.empty();

  @Option(
      names = "--starts-survived",
      paramLabel = "NUMBER",
      description =
          "Probes kill none of this many starts like the measured ones, times the " + "margin.")
  private Optional<String> startsSurvived = Optional.empty();

  @Option(
      names = "--objectives",
      paramLabel = "FILE",
      description = "A document with objectives; the options win over it.")
  private Optional<Path> document = Optional.empty();

  @Option(
      names = "--measured",
      paramLabel = "FILE",
      description =
          "The measurements, sonde-measured.yaml. Without them, timeouts and grace periods stay as "
              + "they are.")
  private Optional<Path> measured = Optional.empty();

  @Option(
      names = "--margin",
      paramLabel = "FACTOR",
      description =
          "How many times slower than measured starts may be on other nodes, 1 to 100; 2 if not"
              + " given.")
  private double margin = SuggestRequest.USUAL_MARGIN;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs; text if not given.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  private SuggestCommand() {}

  @Override
  public Integer call() throws IOException {
    Suggestion suggestion = suggestion();
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == OutputFormat.JSON ? suggestion.json() : suggestion.text());
    out.flush();
    return suggestion.isMet() ? 0 : CONTRADICTED;
  }

  private Suggestion suggestion() throws IOException {
    try {
      SuggestRequest request =
          SuggestRequest.of(ContainerSource.read(file, container.choice()), objectives())
              .withMargin(margin);
      if (measured.isPresent()) {
        request = request.measured(measured.get(), container.workload());
      }
      return Suggest.of(kubernetes.newest().map(request::on).orElse(request));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private Objectives objectives() throws IOException {
    Objectives written = document.isPresent() ? Objectives.read(document.get()) : Objectives.NONE;
    return written
        .with(Objective.READY_WITHIN, readyWithin)
        .with(Objective.HANG_RESTARTED_WITHIN, hangRestartedWithin)
        .with(Objective.STALL_SURVIVED, stallSurvived)
        .with(Objective.TRAFFIC_GONE_WITHIN, trafficGoneWithin)
        .with(Objective.STARTS_SURVIVED, startsSurvived);
  }
}
