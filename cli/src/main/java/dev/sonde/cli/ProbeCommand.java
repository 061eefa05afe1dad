package dev.sonde.cli;

import dev.sonde.kubelet.internal.console.OutputFormat;
import dev.sonde.kubelet.internal.console.ProbeOnce;
import dev.sonde.kubelet.internal.console.ProbeRequest;
import dev.sonde.kubelet.internal.handler.PodAddress;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.input.ContainerSource;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.internal.input.SingleProbe;
import dev.sonde.kubelet.live.WatchGoal;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.Handler;
import dev.sonde.model.ProbeKind;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Probes for real: a process that it runs, or one that runs already. */
@Command(
    name = "probe",
    description = {
      "Runs a process as the kubelet would and probes it; without a command, probes a running "
          + "process."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 the run reached its goal or had none, 1 it did not, 2 the run is impossible;",
      "130 Ctrl-C, after stopping the process.",
      "With --once: 0 success or warning, 1 failure, 3 error, 2 the attempt is impossible."
    })
final class ProbeCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A probe-set document or a manifest; with --once also a single probe.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Parameters(
      index = "1..*",
      paramLabel = "COMMAND",
      description = "The process and its arguments, behind --.")
  private List<String> command = List.of();

  @Option(names = "--once", description = "Makes one attempt and prints its result.")
  private boolean once;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "With --once: text for people, json for programs; text if not given.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--probe",
      paramLabel = "KIND",
      description = "With --once: startup, liveness or readiness.")
  private Optional<ProbeKind> kind = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private PodParameters pod;

  @Option(
      names = "--until",
      paramLabel = "GOAL",
      description =
          "Ends when the pod is ready, or when the kubelet decides on a restart: ready "
              + "or restart.")
  private WatchGoal goal = WatchGoal.NONE;

  @Option(
      names = "--max-duration",
      paramLabel = "TIME",
      description = "Ends after this time, such as 90s.")
  private String maxDuration = "0";

  @Option(
      names = "--when-ready-get",
      paramLabel = "URL",
      description = "Requests URL once, when the pod is ready for the first time.")
  private Optional<URI> whenReadyGet = Optional.empty();

  @Option(
      names = "--restart-policy",
      paramLabel = "POLICY",
      description = "Always, OnFailure or Never; the manifest's if not given.")
  private Optional<String> restartPolicy = Optional.empty();

  @Option(
      names = "--grace-period",
      paramLabel = "SECONDS",
      description = "How long the process has to stop; the manifest's if not given.")
  private Optional<Long> gracePeriod = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  @Option(
      names = "--plain",
      description = {
        "Prints one line for each event, even on a terminal that could show more; a set NO_COLOR, "
            + "TERM=dumb, or an output that is no terminal do the same."
      })
  private boolean plain;

  private ProbeCommand() {}

  @Override
  public Integer call() {
    try {
      return once ? once() : watch(ContainerSource.read(file, pod.choice()));
    } catch (IOException | UnreadableDocumentException useless) {
      return complain(String.valueOf(useless.getMessage()));
    } catch (IllegalArgumentException mistaken) {
      throw new ParameterException(spec.commandLine(), mistaken.getMessage(), mistaken);
    }
  }

  private int complain(String message) {
    spec.commandLine().getErr().println(message);
    return Sonde.FAILED;
  }

  private int once() throws IOException {
    SingleProbe single = SingleProbe.read(file, kind, pod.choice());
    Handler handler =
        single.probe().handler().orElseThrow(() -> new IllegalArgumentException("no handler"));
    RealHandlers handlers =
        new RealHandlers(
            new PodAddress(pod.address(), single.ports()),
            release(),
            Path.of("").toAbsolutePath(),
            Map.of());
    Duration timeout = Duration.ofSeconds(single.probe().timing().timeoutSeconds());
    return ProbeOnce.run(handler, timeout, handlers, format, System.out);
  }

  private KubernetesVersion release() {
    return kubernetes.newest().orElse(KubernetesVersion.DEFAULT);
  }

  private int watch(ProbedContainer found) {
    ProbeRequest request =
        new ProbeRequest(
            command,
            pod.address(),
            goal,
            maxDuration,
            whenReadyGet,
            restartPolicy,
            gracePeriod,
            release(),
            plain);
    return request.run(found, System.out, System.err);
  }
}
