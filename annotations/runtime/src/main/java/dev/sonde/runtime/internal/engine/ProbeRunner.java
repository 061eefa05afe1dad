package dev.sonde.runtime.internal.engine;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a probe within its deadline. Requests that come while an answer is being found get
 * that same answer.
 */
public final class ProbeRunner {

  private final EndpointKind kind;
  private final Duration deadline;
  private final List<CheckRunner> checks;
  private final CheckEngine engine;
  private final AnswerGuard guard;
  private final ProbeReport unknown;
  private final CompletionStage<ProbeReport> unknownLater;
  private @Nullable ProbeRun underWay; // guarded by this, as are all below
  private @Nullable ScheduledFuture<?> alarm;
  private long alarmNanos;

  /**
   * Makes a runner.
   *
   * @param deadline how long the checks may take
   */
  public ProbeRunner(
      EndpointKind kind, Duration deadline, List<CheckRunner> checks, CheckEngine engine) {
    this.kind = kind;
    this.deadline = deadline;
    this.checks = List.copyOf(checks);
    this.engine = engine;
    this.guard = new AnswerGuard("The " + kind.name().toLowerCase(Locale.ROOT) + " probe");
    this.unknown = failing("sonde");
    this.unknownLater = CompletableFuture.completedStage(unknown);
  }

  /**
   * {@return a report that this probe fails}
   *
   * @param because why, in a word
   */
  ProbeReport failing(String because) {
    CheckReport reason =
        new CheckReport(
            because, Health.down(), true, Optional.empty(), Duration.ZERO, Duration.ZERO);
    return new ProbeReport(kind, List.of(reason), engine.now());
  }

  EndpointKind kind() {
    return kind;
  }

  /** {@return how long the checks may take} */
  public Duration deadline() {
    return deadline;
  }

  /** {@return the checks' names, in the order in which they were declared} */
  public List<String> checkNames() {
    List<String> names = new ArrayList<>(checks.size());
    for (CheckRunner check : checks) {
      names.add(check.name());
    }
    return names;
  }

  /** {@return the same probe without some checks, which then are neither asked nor waited for} */
  public ProbeRunner without(List<String> names) {
    List<CheckRunner> rest =
        checks.stream().filter(check -> !names.contains(check.name())).toList();
    return new ProbeRunner(kind, deadline, rest, engine);
  }

  /** {@return the same probe with one check alone; with none when it has none of that name} */
  public ProbeRunner only(String name) {
    return new ProbeRunner(
        kind,
        deadline,
        checks.stream().filter(check -> check.name().equals(name)).toList(),
        engine);
  }

  /**
   * {@return what this gets, or, if that fails, a report that the probe fails}
   *
   * @param asking asks this probe, on any way
   */
  public CompletionStage<ProbeReport> guarded(Supplier<CompletableFuture<ProbeReport>> asking) {
    try {
      return guard.answer(asking, unknown).minimalCompletionStage();
    } catch (Throwable failure) {
      return guard.failed(failure, unknownLater);
    }
  }

  /** {@return the answer; it comes by the deadline at the latest, and never fails} */
  public CompletableFuture<ProbeReport> ask() {
    try {
      ProbeRun run = underWay();
      if (run != null) {
        run.expire(System.nanoTime()); // Usually in vain; should the alarm have failed, in time.
      }
      return run == null || run.answer().isDone() ? begin() : run.answer();
    } catch (Throwable failure) {
      return CompletableFuture.completedFuture(guard.failed(failure, unknown));
    }
  }

  private synchronized @Nullable ProbeRun underWay() {
    return underWay == null || underWay.answer().isDone() ? null : underWay;
  }

  private synchronized CompletableFuture<ProbeReport> begin() {
    ProbeRun other = underWay();
    if (other != null) {
      return other.answer();
    }
    ProbeRun run = new ProbeRun(kind, checks.size(), engine, this::failed);
    underWay = run;
    try {
      run.start(deadline, checks);
      if (!run.answer().isDone()) {
        setAlarm(run.nextDue());
      }
    } catch (Throwable failure) {
      failed(run, failure);
    }
    return run.answer();
  }

  private void failed(ProbeRun run, Throwable failure) {
    run.end(unknown, failure);
    guard.failed(failure, unknown);
  }

  /**
   * Sets the alarm, unless it is set for an earlier time: it looks then what is due, and sets
   * itself again. So probes that are answered in time, as nearly all are, do not touch the timer at
   * all.
   */
  private synchronized void setAlarm(OptionalLong due) {
    if (due.isEmpty() || (alarm != null && alarmNanos - due.getAsLong() <= 0)) {
      return;
    }
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null; // Should the next line fail, nobody is to rely on it.
    }
    alarmNanos = due.getAsLong();
    alarm =
        engine
            .timer()
            .schedule(this::onAlarm, alarmNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void onAlarm() {
    ProbeRun run;
    synchronized (this) {
      alarm = null;
      run = underWay;
    }
    if (run == null) {
      return;
    }
    try {
      setAlarm(run.expire(System.nanoTime()));
    } catch (Throwable failure) {
      failed(run, failure);
    }
  }
}
