package dev.sonde.runtime;

import dev.sonde.runtime.report.CheckReport;
import dev.sonde.runtime.report.ProbeKind;
import dev.sonde.runtime.report.ProbeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks all checks of one probe side by side and answers within the probe's deadline. Requests that
 * come while an answer is being found get that same answer.
 */
final class ProbeRunner {

  private final ProbeKind kind;
  private final long deadlineNanos;
  private final List<CheckRunner> checks;
  private @Nullable CompletableFuture<ProbeReport> underWay; // guarded by this

  ProbeRunner(ProbeKind kind, Duration deadline, List<CheckRunner> checks) {
    this.kind = kind;
    this.deadlineNanos = deadline.toNanos();
    this.checks = checks;
  }

  synchronized CompletableFuture<ProbeReport> ask() {
    if (underWay == null || underWay.isDone()) {
      underWay = askAll();
    }
    return underWay;
  }

  private CompletableFuture<ProbeReport> askAll() {
    long now = System.nanoTime();
    List<CheckRun> runs = new ArrayList<>(checks.size());
    for (CheckRunner check : checks) {
      runs.add(check.run(now));
    }
    // A check that hung before is not waited for again; the others' time is their own.
    CompletableFuture<?>[] awaited =
        runs.stream()
            .filter(run -> run.elapsedNanos(now) < deadlineNanos)
            .map(CheckRun::outcome)
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(awaited)
        .completeOnTimeout(null, deadlineNanos, TimeUnit.NANOSECONDS)
        .thenApply(done -> report(runs));
  }

  private ProbeReport report(List<CheckRun> runs) {
    long now = System.nanoTime();
    List<CheckReport> reports = new ArrayList<>(runs.size());
    for (int i = 0; i < runs.size(); i++) {
      reports.add(checks.get(i).report(runs.get(i), now));
    }
    return new ProbeReport(kind, reports);
  }
}
