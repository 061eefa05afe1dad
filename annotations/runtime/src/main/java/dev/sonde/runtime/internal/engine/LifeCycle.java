package dev.sonde.runtime.internal.engine;

import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Where the application is between its start and its end. It is not ready before the startup checks
 * have passed once, also for those who ask for readiness alone; nor once it has begun to stop.
 * Liveness does not depend on it.
 */
public final class LifeCycle {

  private final ProbeRunner startup;
  private volatile boolean started;
  private volatile boolean stopping;

  /**
   * Makes a life cycle.
   *
   * @param startup whose checks tell that the application has started
   */
  public LifeCycle(ProbeRunner startup) {
    this.startup = startup;
    this.started = startup.checkNames().isEmpty();
  }

  /** Begins to stop. */
  public void stop() {
    stopping = true;
  }

  /** {@return whether the application has begun to stop} */
  public boolean isStopping() {
    return stopping;
  }

  /** {@return whether the startup checks have passed once} */
  public boolean hasStarted() {
    return started;
  }

  /**
   * {@return what a probe gets}
   *
   * @param probe the probe; of some of the startup checks alone it does not follow that the
   *     application has started
   */
  public CompletableFuture<ProbeReport> ask(ProbeRunner probe) {
    return switch (probe.kind()) {
      case LIVENESS -> probe.ask();
      case STARTUP ->
          started || probe != startup ? probe.ask() : probe.ask().thenApply(this::noteStart);
      case READINESS -> askReadiness(probe);
    };
  }

  /**
   * {@return what to answer a probe where readiness has nothing to do with the start}
   *
   * @param probe the probe
   */
  public CompletableFuture<ProbeReport> askWithoutStart(ProbeRunner probe) {
    boolean readyAnyway = probe.kind() == EndpointKind.READINESS && !stopping;
    return readyAnyway ? probe.ask() : ask(probe);
  }

  private CompletableFuture<ProbeReport> askReadiness(ProbeRunner readiness) {
    if (stopping) {
      return CompletableFuture.completedFuture(readiness.failing("shutdown"));
    }
    if (started) {
      return readiness.ask();
    }
    ProbeReport notYet = readiness.failing("startup");
    return startup
        .ask()
        .thenApply(this::noteStart)
        .thenCompose(
            report -> started ? readiness.ask() : CompletableFuture.completedFuture(notYet))
        .completeOnTimeout(notYet, readiness.deadline().toNanos(), TimeUnit.NANOSECONDS);
  }

  private ProbeReport noteStart(ProbeReport report) {
    if (report.passes()) { // A failure that comes late does not undo a success.
      started = true;
    }
    return report;
  }
}
