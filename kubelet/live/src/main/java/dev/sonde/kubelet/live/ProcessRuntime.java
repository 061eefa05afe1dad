package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.kubelet.internal.process.ProcessFamily;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A container that is a process of this machine. */
final class ProcessRuntime implements LiveRuntime {

  private static final long LOOK_EVERY = NanoTime.PER_SECOND;

  private final LiveOptions options;
  private final RealLoop loop;
  private final LiveProbes probes;
  private final LiveHooks hooks;
  private final Consumer<RuntimeException> defeat;
  private Optional<ProcessFamily> family = Optional.empty();
  private Optional<OutputPump> output = Optional.empty();
  private boolean closed;

  /**
   * Creates a runtime that runs nothing yet.
   *
   * @param defeat hears that the process cannot be started
   */
  ProcessRuntime(
      LiveOptions options,
      RealLoop loop,
      LiveProbes probes,
      LiveHooks hooks,
      Consumer<RuntimeException> defeat) {
    this.options = options;
    this.loop = loop;
    this.probes = probes;
    this.hooks = hooks;
    this.defeat = defeat;
  }

  @Override
  public Instance start(int number, Observer observer) {
    try {
      ProcessInstance instance = new ProcessInstance(launch(), observer);
      instance.begin();
      return instance;
    } catch (IOException cannotRun) {
      String program = options.command().get(0);
      defeat.accept(
          new UncheckedIOException(
              "cannot start " + program + ": " + cannotRun.getMessage(), cannotRun));
      return NotStarted.INSTANCE;
    }
  }

  /** A restart may come just when everything ends: then the new process ends at once. */
  private synchronized ProcessFamily launch() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(options.command()).inheritIO();
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.directory(options.directory().toFile());
    builder.environment().putAll(options.environment());
    if (options.output().isPresent()) {
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.PIPE);
    }
    ProcessFamily started = new ProcessFamily(builder.start());
    output =
        options.output().map(lines -> OutputPump.start(started.first().getInputStream(), lines));
    family = Optional.of(started);
    if (closed) {
      started.kill();
    }
    return started;
  }

  private static File nothing() {
    boolean windows = File.separatorChar == '\\';
    return new File(windows ? "NUL" : "/dev/null");
  }

  @Override
  public ProbeHandler handler(ProbeKind kind, Probe probe) {
    return probes.handler(probe);
  }

  @Override
  public synchronized Optional<ProcessHandle> process() {
    return family.map(processes -> processes.first().toHandle()).filter(ProcessHandle::isAlive);
  }

  /** Kills what still runs, with all that it started. */
  @Override
  public synchronized void close() {
    closed = true;
    family.ifPresent(ProcessFamily::killAndWait);
    output.ifPresent(OutputPump::drain);
  }

  /** One run of the process. Called on the event loop. */
  private final class ProcessInstance implements Instance {
    private final ProcessFamily processes;
    private final Observer observer;
    private boolean over;

    ProcessInstance(ProcessFamily processes, Observer observer) {
      this.processes = processes;
      this.observer = observer;
    }

    void begin() {
      long since = loop.now();
      hooks.postStart(() -> reportRunning(since));
      CompletableFuture<Void> unused =
          processes
              .first()
              .onExit()
              .thenAccept(ended -> loop.at(loop.now(), () -> reportExit(ended.exitValue())));
      keepLooking();
    }

    private void reportRunning(long since) {
      if (!over) {
        observer.running(since);
      }
    }

    private void reportExit(int code) {
      over = true;
      processes.kill();
      observer.exited(code);
    }

    private void keepLooking() {
      if (!over) {
        processes.look();
        long pause = (long) (LOOK_EVERY * loop.factor());
        loop.at(EventLoop.after(loop.now(), pause), this::keepLooking);
      }
    }

    @Override
    public void preStop(long limit, Runnable done) {
      hooks.preStop(limit, done);
    }

    @Override
    public void terminate() {
      processes.terminate();
    }

    @Override
    public void kill() {
      processes.kill();
    }
  }

  /** An instance that could not be started. */
  private enum NotStarted implements Instance {
    INSTANCE;

    @Override
    public void terminate() {
      // There is nothing to end.
    }

    @Override
    public void kill() {
      // There is nothing to end.
    }
  }
}
