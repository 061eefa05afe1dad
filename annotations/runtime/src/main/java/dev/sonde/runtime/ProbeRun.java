package dev.sonde.runtime;

import dev.sonde.runtime.report.CheckReport;
import dev.sonde.runtime.report.ProbeKind;
import dev.sonde.runtime.report.ProbeReport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One asking of all checks of a probe: waits for each until it answers or its time is over. */
final class ProbeRun {

  /** A check, what it is waited for, and what came of it. */
  private static final class Waiting {
    final CheckRunner check;
    final @Nullable CheckRun run;
    final long dueNanos;
    final AtomicReference<@Nullable CheckReport> report = new AtomicReference<>();

    Waiting(CheckRunner check, Duration probeDeadline) {
      this.check = check;
      this.run = check.ask();
      this.dueNanos =
          run == null ? 0 : run.startNanos() + check.deadlineWithin(probeDeadline).toNanos();
    }

    boolean isOpen() {
      return report.get() == null;
    }

    boolean isDue(long nowNanos) {
      return dueNanos - nowNanos <= 0;
    }

    boolean settle() {
      return isOpen() && report.compareAndSet(null, check.report(run));
    }
  }

  private final ProbeKind kind;
  private final Clock clock;
  private final List<Waiting> checks;
  private final AtomicInteger open;
  private final CompletableFuture<SharedAnswer> answer = new CompletableFuture<>();

  private ProbeRun(ProbeKind kind, Clock clock, List<Waiting> checks) {
    this.kind = kind;
    this.clock = clock;
    this.checks = checks;
    this.open = new AtomicInteger(checks.size());
  }

  /** Asks all checks, side by side. */
  static ProbeRun start(ProbeKind kind, Duration deadline, List<CheckRunner> checks, Clock clock) {
    List<Waiting> waiting = new ArrayList<>(checks.size());
    for (CheckRunner check : checks) {
      waiting.add(new Waiting(check, deadline));
    }
    ProbeRun run = new ProbeRun(kind, clock, waiting);
    run.awaitAll();
    return run;
  }

  CompletableFuture<SharedAnswer> answer() {
    return answer;
  }

  /**
   * Waits no longer for the checks whose time is over.
   *
   * @return when, on {@link System#nanoTime}, the next check's time is over; empty when none is
   *     waited for
   */
  OptionalLong expire(long nowNanos) {
    for (Waiting check : checks) {
      if (check.isOpen() && check.isDue(nowNanos)) {
        settle(check);
      }
    }
    return nextDue();
  }

  /** {@return when the next check's time is over; empty when none is waited for} */
  OptionalLong nextDue() {
    OptionalLong next = OptionalLong.empty();
    for (Waiting check : checks) {
      // Differences compare right also where nanoTime overflows.
      if (check.isOpen() && (next.isEmpty() || check.dueNanos - next.getAsLong() < 0)) {
        next = OptionalLong.of(check.dueNanos);
      }
    }
    return next;
  }

  private void awaitAll() {
    if (checks.isEmpty()) {
      complete();
    }
    long now = System.nanoTime();
    for (Waiting check : checks) {
      // One that hung before is not waited for again, so it does not gather those who wait.
      if (check.run == null || check.isDue(now)) {
        settle(check);
      } else {
        check.run.whenDone(() -> settle(check));
      }
    }
  }

  private void settle(Waiting check) {
    if (check.settle() && open.decrementAndGet() == 0) {
      complete();
    }
  }

  private void complete() {
    List<CheckReport> reports = new ArrayList<>(checks.size());
    for (Waiting check : checks) {
      reports.add(Objects.requireNonNull(check.report.get()));
    }
    answer.complete(new SharedAnswer(new ProbeReport(kind, reports, clock.instant())));
  }
}
