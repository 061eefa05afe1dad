package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.report.CheckReport;
import dev.sonde.runtime.report.ProbeKind;
import dev.sonde.runtime.report.ProbeReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Where the application is between its start and its end. It is not ready before the startup checks
 * have passed once, also for those who ask for readiness alone; nor once it has begun to stop.
 * Liveness does not depend on it.
 */
final class LifeCycle {

  private final ProbeRunner startup;
  private final Clock clock;
  private volatile boolean started;
  private volatile boolean stopping;

  LifeCycle(ProbeRunner startup, Clock clock) {
    this.startup = startup;
    this.clock = clock;
    this.started = startup.checkNames().isEmpty();
  }

  void stop() {
    stopping = true;
  }

  CompletableFuture<ProbeReport> ask(ProbeRunner probe) {
    return switch (probe.kind()) {
      case LIVENESS -> probe.ask();
      case STARTUP -> started ? probe.ask() : probe.ask().thenApply(this::noteStart);
      case READINESS -> askReadiness(probe);
    };
  }

  private CompletableFuture<ProbeReport> askReadiness(ProbeRunner readiness) {
    if (stopping) {
      return CompletableFuture.completedFuture(notReady("shutdown"));
    }
    if (started) {
      return readiness.ask();
    }
    return startup
        .ask()
        .thenApply(this::noteStart)
        .thenCompose(report -> started ? readiness.ask() : notReadyYet())
        .completeOnTimeout(
            notReady("startup"), readiness.deadline().toNanos(), TimeUnit.NANOSECONDS);
  }

  private ProbeReport noteStart(ProbeReport report) {
    started |= report.passes();
    return report;
  }

  private CompletableFuture<ProbeReport> notReadyYet() {
    return CompletableFuture.completedFuture(notReady("startup"));
  }

  private ProbeReport notReady(String because) {
    CheckReport reason =
        new CheckReport(
            because, Health.down(), true, Optional.empty(), Duration.ZERO, Duration.ZERO);
    return new ProbeReport(ProbeKind.READINESS, List.of(reason), clock.instant());
  }
}
