package dev.sonde.cli;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.measure.CommandSubject;
import dev.sonde.kubelet.measure.MeasureOptions;
import dev.sonde.kubelet.measure.MeasureRunner;
import dev.sonde.kubelet.measure.MeasureWords;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.measured.Measurement;
import java.io.IOException;
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
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts an application again and again under its limits and writes down how long it took. */
@Command(
    name = "measure",
    description = {
      "Starts a process again and again with the CPU and memory of its manifest, asks its probes, "
          + "and records how long starts, answers and stops take."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 every run was complete, 1 a run was not, 2 measuring is impossible;",
      "130 Ctrl-C, after stopping the process and writing the complete runs."
    })
final class MeasureCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Sonde sonde;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A manifest, whose limits count, or a probe-set document.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Parameters(
      index = "1..*",
      paramLabel = "COMMAND",
      description = "The process and its arguments, behind --.")
  private List<String> command = List.of();

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "A running process, in place of a command, to measure its answers.")
  private Optional<Long> pid = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How often to start it, 1 to 1000; 10 if not given.")
  private int runs = 10;

  @Option(
      names = "--cpu",
      paramLabel = "AMOUNT",
      description = "The limit of its CPU, such as 500m, or none; the manifest's if not given.")
  private Optional<String> cpu = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "AMOUNT",
      description = "The limit of its memory, such as 512Mi, or none; the manifest's if not given.")
  private Optional<String> memory = Optional.empty();

  @Option(
      names = "--limit-by",
      paramLabel = "WAY",
      description =
          "How to limit the CPU: cgroup-v2, cgroup-v1, duty-cycle or none; the first that works if "
              + "not given.")
  private Optional<String> limitBy = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private PodParameters pod;

  @Option(
      names = "--load",
      paramLabel = "URL",
      description = "What clients ask for in the last phase, and while the process stops.")
  private Optional<String> load = Optional.empty();

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "The number of clients, each with one request at a time; 4 if not given.")
  private int clients = 4;

  @Option(
      names = "--ask-every",
      paramLabel = "TIME",
      description =
          "The time between two requests to each probe, at least 10ms; 200ms if not " + "given.")
  private String askEvery = "200ms";

  @Option(
      names = "--start-within",
      paramLabel = "TIME",
      description = "The limit for a start; 5m if not given.")
  private String startWithin = "5m";

  @Option(
      names = "--phase",
      paramLabel = "TIME",
      description =
          "The length of each phase after the first ten seconds, at rest and under load; 10s if "
              + "not given.")
  private String phase = "10s";

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      description = "No run begins after this time; 1h if not given.")
  private String maxDuration = "1h";

  @Option(
      names = "--subject",
      paramLabel = "PATH",
      description =
          "What you measure, a folder of classes, an archive or a program, to notice evidence that "
              + "is older; what the command runs if not given.")
  private Optional<Path> subject = Optional.empty();

  @Option(
      names = "--measured",
      paramLabel = "FILE",
      description =
          "The file for the measurement; " + Measurement.FILE_NAME + " beside FILE if not given.")
  private Optional<Path> measured = Optional.empty();

  @Option(names = "--date", description = "Writes down the day.")
  private boolean dated;

  private MeasureCommand() {}

  @Override
  public Integer call() {
    try {
      ProbedContainer found = ContainerSource.read(file, pod.choice());
      return new MeasureRunner(sonde.out(), sonde.err())
          .run(found, options(found), measured.orElse(file.resolveSibling(Measurement.FILE_NAME)));
    } catch (IOException | UnreadableDocumentException useless) {
      spec.commandLine().getErr().println(useless.getMessage());
      return Sonde.FAILED;
    } catch (IllegalArgumentException mistaken) {
      throw new ParameterException(spec.commandLine(), mistaken.getMessage(), mistaken);
    }
  }

  private MeasureOptions options(ProbedContainer found) {
    return new MeasureOptions(
        command,
        pid,
        runs,
        MeasureWords.cpu(cpu, found),
        MeasureWords.memory(memory, found),
        limitBy.map(MeasureWords::method),
        pod.address(),
        load.map(RequestUrl::parse),
        clients,
        MeasureWords.duration("--ask-every", askEvery),
        MeasureWords.duration("--start-within", startWithin),
        MeasureWords.duration("--phase", phase),
        MeasureWords.duration("--max-duration", maxDuration),
        subject.or(() -> CommandSubject.of(command)),
        dated);
  }
}
