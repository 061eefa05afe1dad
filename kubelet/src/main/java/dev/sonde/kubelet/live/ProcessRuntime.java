package dev.sonde.kubelet.live;

import dev.sonde.kubelet.pod.ContainerRuntime;
import dev.sonde.kubelet.prober.ProbeHandler;
import dev.sonde.kubelet.time.RealLoop;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A container that is a process of this machine; its output goes where this program's goes. */
final class ProcessRuntime implements ContainerRuntime, AutoCloseable {

  private final List<String> command;
  private final Path directory;
  private final Map<String, String> environment;
  private final RealLoop loop;
  private final LiveProbes probes;
  private Optional<Process> process = Optional.empty();
  private boolean closed;

  ProcessRuntime(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      RealLoop loop,
      LiveProbes probes) {
    this.command = List.copyOf(command);
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.loop = loop;
    this.probes = probes;
  }

  @Override
  public Instance start(int instance, Observer observer) {
    Process started = launch();
    observer.running(loop.now());
    CompletableFuture<Void> unused =
        started
            .onExit()
            .thenAccept(ended -> loop.at(loop.now(), () -> observer.exited(ended.exitValue())));
    return new ProcessInstance(started);
  }

  /** A restart may come just when everything ends: then the new process ends at once. */
  private synchronized Process launch() {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.directory(directory.toFile());
    builder.environment().putAll(environment);
    try {
      Process started = builder.start();
      process = Optional.of(started);
      if (closed) {
        destroy(started);
      }
      return started;
    } catch (IOException cannotRun) {
      throw new UncheckedIOException(
          "cannot start " + command.get(0) + ": " + cannotRun.getMessage(), cannotRun);
    }
  }

  private static File nothing() {
    boolean windows = File.separatorChar == '\\';
    return new File(windows ? "NUL" : "/dev/null");
  }

  @Override
  public ProbeHandler handler(ProbeKind kind, Probe probe) {
    return probes.handler(probe);
  }

  /** Kills what still runs, with all that it started. */
  @Override
  public synchronized void close() {
    closed = true;
    process.ifPresent(ProcessRuntime::destroy);
  }

  private static void destroy(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private record ProcessInstance(Process process) implements Instance {
    @Override
    public void terminate() {
      process.destroy();
    }

    @Override
    public void kill() {
      destroy(process);
    }
  }
}
