package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.kubelet.internal.time.RealLoop;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A container that is an application inside this JVM. Starting and closing it happen on threads of
 * their own, so that one that hangs there holds nobody up. It cannot be killed as a process can: an
 * application that does not close in time is left behind.
 */
final class ApplicationRuntime implements LiveRuntime {

  private static final int STOPPED = 0;
  private static final int FAILED = 1;
  private static final int KILLED = 137;
  private static final long PATIENCE_SECONDS = 5;

  private final LiveApplication application;
  private final RealLoop loop;
  private final LiveProbes probes;
  private final LiveHooks hooks;
  private final Consumer<String> output;
  private Optional<Running> current = Optional.empty();

  ApplicationRuntime(
      LiveApplication application,
      RealLoop loop,
      LiveProbes probes,
      LiveHooks hooks,
      Consumer<String> output) {
    this.application = application;
    this.loop = loop;
    this.probes = probes;
    this.hooks = hooks;
    this.output = output;
  }

  @Override
  public Instance start(int number, Observer observer) {
    Running instance = new Running(observer);
    synchronized (this) {
      current = Optional.of(instance);
    }
    instance.begin();
    return instance;
  }

  @Override
  public ProbeHandler handler(ProbeKind kind, Probe probe) {
    return probes.handler(probe);
  }

  /** Closes the application if it is still there. */
  @Override
  public void close() {
    Optional<Running> last;
    synchronized (this) {
      last = current;
    }
    last.ifPresent(Running::closeAndWait);
  }

  /** One run of the application. */
  private final class Running implements Instance {
    private final Observer observer;
    private final CompletableFuture<AutoCloseable> started = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean closing;
    private boolean over;

    Running(Observer observer) {
      this.observer = observer;
    }

    void begin() {
      long since = loop.now();
      onThread("sonde-application", this::open);
      hooks.postStart(() -> reportRunning(since));
      CompletableFuture<Void> unused =
          ended.thenAccept(code -> loop.at(loop.now(), () -> reportExit(code)));
    }

    private void reportRunning(long since) {
      if (!over) {
        observer.running(since);
      }
    }

    private void reportExit(int code) {
      if (!over) {
        over = true;
        observer.exited(code);
      }
    }

    private void open() {
      try {
        started.complete(application.start());
      } catch (Exception cannotStart) {
        output.accept("The application cannot start: " + cannotStart);
        started.completeExceptionally(cannotStart);
        ended.complete(FAILED);
      }
    }

    @Override
    public void preStop(long limit, Runnable done) {
      hooks.preStop(limit, done);
    }

    @Override
    public synchronized void terminate() {
      if (!closing) {
        closing = true;
        CompletableFuture<Void> unused =
            started.thenAccept(
                open -> onThread("sonde-application-close", () -> closeQuietly(open)));
      }
    }

    private void closeQuietly(AutoCloseable open) {
      try {
        open.close();
        ended.complete(STOPPED);
      } catch (Exception cannotClose) {
        output.accept("The application cannot be closed: " + cannotClose);
        ended.complete(FAILED);
      }
    }

    @Override
    public void kill() {
      ended.complete(KILLED);
    }

    void closeAndWait() {
      if (ended.isDone()) {
        return;
      }
      terminate();
      try {
        ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException leftBehind) {
        output.accept("The application does not close; it is left behind.");
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void onThread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
