package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.OutputFormat;
import dev.sonde.kubelet.internal.input.ContainerChoice;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.replay.RecordingSource;
import dev.sonde.kubelet.internal.replay.Replay;
import dev.sonde.kubelet.internal.replay.ReplayReport;
import dev.sonde.kubelet.internal.replay.ReplayRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Tells what really happened on a cluster. */
@Command(
    name = "replay",
    description =
        "Reads pods and events, as kubectl prints them, or a kubelet's metrics, and says what "
            + "happened to a container, which probe and number decided, and what other numbers "
            + "would have done.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 the end of each instance has a known or inferred reason, 1 one has none, 2 "
          + "some input is unreadable, or has nothing of what you ask for."
    })
final class ReplayCommand implements Callable<Integer> {

  private static final int UNEXPLAINED = 1;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-",
      description =
          "What kubectl get pod,events -o json prints, or a kubelet's metrics; - for the standard"
              + " input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--pod",
      paramLabel = "NAME",
      description = "The only pod that counts; all if not given.")
  private Optional<String> pod = Optional.empty();

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description = "The only container that counts; all if not given.")
  private Optional<String> container = Optional.empty();

  @Option(
      names = "--probes",
      paramLabel = "FILE",
      description =
          "A manifest or probe-set document with the probes of a container whose pod the recording "
              + "lacks.")
  private Optional<Path> probes = Optional.empty();

  @Option(
      names = "--well-after",
      paramLabel = "DURATION",
      description =
          "How long after its first failed try the application would have recovered, such as 35s, "
              + "if its log says so. Without it, the answers are bounds.")
  private Optional<String> wellAfter = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs; text if not given.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  private ReplayCommand() {}

  @Override
  public Integer call() throws IOException {
    ReplayReport report = Replay.of(request());
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == OutputFormat.JSON ? report.json() : report.text());
    out.flush();
    return report.isExplained() ? 0 : UNEXPLAINED;
  }

  private ReplayRequest request() throws IOException {
    List<RecordingSource> sources = new ArrayList<>();
    for (String input : inputs) {
      sources.add(RecordingSource.of(input, System.in));
    }
    ReplayRequest request = ReplayRequest.of(sources).of(pod, container);
    if (probes.isPresent()) {
      ContainerChoice choice = new ContainerChoice(Optional.empty(), container, "--%s NAME");
      request = request.with(ContainerSource.read(probes.get(), choice));
    }
    if (wellAfter.isPresent()) {
      request = wellAgain(request, wellAfter.get());
    }
    return kubernetes.newest().map(request::on).orElse(request);
  }

  private ReplayRequest wellAgain(ReplayRequest request, String time) {
    try {
      return request.wellAfter(time);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }
}
