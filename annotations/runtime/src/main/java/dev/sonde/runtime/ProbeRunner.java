package dev.sonde.runtime;

import dev.sonde.runtime.report.ProbeKind;
import dev.sonde.runtime.report.ProbeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a probe within its deadline. Requests that come while an answer is being found get
 * that same answer.
 */
final class ProbeRunner {

  private final ProbeKind kind;
  private final Duration deadline;
  private final List<CheckRunner> checks;
  private final Engine engine;
  private @Nullable ProbeRun underWay; // guarded by this, as are all below
  private @Nullable ScheduledFuture<?> alarm;
  private long alarmNanos;

  ProbeRunner(ProbeKind kind, Duration deadline, List<CheckRunner> checks, Engine engine) {
    this.kind = kind;
    this.deadline = deadline;
    this.checks = List.copyOf(checks);
    this.engine = engine;
  }

  ProbeKind kind() {
    return kind;
  }

  Duration deadline() {
    return deadline;
  }

  List<String> checkNames() {
    List<String> names = new ArrayList<>(checks.size());
    for (CheckRunner check : checks) {
      names.add(check.name());
    }
    return names;
  }

  /** {@return the same probe without some checks, which then are neither asked nor waited for} */
  ProbeRunner without(List<String> names) {
    List<CheckRunner> rest =
        checks.stream().filter(check -> !names.contains(check.name())).toList();
    return new ProbeRunner(kind, deadline, rest, engine);
  }

  /** {@return the answer; it comes by the deadline at the latest, and never fails} */
  synchronized CompletableFuture<ProbeReport> ask() {
    if (underWay != null && !underWay.answer().isDone()) {
      return underWay.answer();
    }
    ProbeRun run = ProbeRun.start(kind, deadline, checks, engine);
    underWay = run;
    if (!run.answer().isDone()) {
      setAlarm(run.nextDue());
    }
    return run.answer();
  }

  /**
   * Sets the alarm, unless it is set for an earlier time: it looks then what is due, and sets
   * itself anew. So probes that are answered in time, as nearly all are, do not touch the timer at
   * all.
   */
  private synchronized void setAlarm(OptionalLong due) {
    if (due.isEmpty() || (alarm != null && alarmNanos - due.getAsLong() <= 0)) {
      return;
    }
    if (alarm != null) {
      alarm.cancel(false);
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
    if (run != null) {
      setAlarm(run.expire(System.nanoTime()));
    }
  }
}
