package dev.sonde.runtime.internal.engine;

import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One asking of all checks of a probe: waits for each until it answers or its time is over. */
final class ProbeRun {

  /** A check, what it is waited for, and what came of it. */
  private static final class Waiting {
    final CheckRunner check;
    final @Nullable CheckRun run;
    final long dueNanos;
    final AtomicReference<@Nullable CheckReport> report = new AtomicReference<>();

    Waiting(CheckRunner check, Duration probeDeadline, RunDispatch dispatch) {
      this.check = check;
      this.run = check.ask(dispatch);
      this.dueNanos =
          run == null ? 0 : run.startNanos() + check.deadlineWithin(probeDeadline).toNanos();
    }

    boolean isOpen() {
      return report.get() == null;
    }

    boolean isDue(long nowNanos) {
      return dueNanos - nowNanos <= 0;
    }

    boolean settle(EndpointKind probe) {
      return isOpen() && report.compareAndSet(null, check.report(run, probe));
    }
  }

  private final EndpointKind kind;
  private final CheckEngine engine;
  private final RunDispatch dispatch;
  private final BiConsumer<ProbeRun, Throwable> failed;
  private final List<Waiting> checks;
  private final AtomicInteger open;
  private final CompletableFuture<ProbeReport> answer = new CompletableFuture<>();

  /**
   * Makes a run that is yet to be started.
   *
   * @param failed hears when the run cannot answer by itself
   */
  ProbeRun(
      EndpointKind kind, int checks, CheckEngine engine, BiConsumer<ProbeRun, Throwable> failed) {
    this.kind = kind;
    this.engine = engine;
    this.failed = failed;
    this.dispatch = new RunDispatch(engine);
    this.checks = new ArrayList<>(checks);
    this.open = new AtomicInteger(checks);
  }

  /** Asks all checks, side by side. */
  void start(Duration deadline, List<CheckRunner> asked) {
    for (CheckRunner check : asked) {
      checks.add(new Waiting(check, deadline, dispatch));
    }
    dispatch.go();
    awaitAll();
  }

  /** Answers so, unless it has answered; what nobody has begun to ask will not be asked. */
  void end(ProbeReport instead, Throwable why) {
    answer.complete(instead);
    dispatch.abandon(why);
  }

  CompletableFuture<ProbeReport> answer() {
    return answer;
  }

  /**
   * Waits no longer for the checks whose time is over, nor for a thread to ask those that have
   * none.
   *
   * @return when, on {@link System#nanoTime}, to look again; empty when nothing is waited for
   */
  OptionalLong expire(long nowNanos) {
    if (nowNanos - dispatch.dueNanos() >= 0) {
      dispatch.relieve();
    }
    for (Waiting check : checks) {
      if (check.isOpen() && check.isDue(nowNanos)) {
        settle(check);
      }
    }
    return nextDue();
  }

  /** {@return when {@link #expire} has something to do next; empty when nothing is waited for} */
  OptionalLong nextDue() {
    OptionalLong next =
        dispatch.isOpen() ? OptionalLong.of(dispatch.dueNanos()) : OptionalLong.empty();
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
      // One that hung before is not waited for again, so waiters do not pile up.
      if (check.run == null || check.isDue(now)) {
        settle(check);
      } else {
        check.run.whenDone(() -> settleLater(check));
      }
    }
  }

  private void settleLater(Waiting check) {
    try {
      settle(check);
    } catch (Throwable failure) {
      failed.accept(this, failure);
    }
  }

  private void settle(Waiting check) {
    if (check.settle(kind) && open.decrementAndGet() == 0) {
      complete();
    }
  }

  private void complete() {
    // One whose own deadline came before it had a thread is not forgotten when nobody waits.
    dispatch.relieve();
    List<CheckReport> reports = new ArrayList<>(checks.size());
    for (Waiting check : checks) {
      reports.add(Objects.requireNonNull(check.report.get()));
    }
    answer.complete(new ProbeReport(kind, reports, engine.now()));
  }
}
