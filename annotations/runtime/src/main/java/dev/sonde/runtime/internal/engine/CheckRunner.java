package dev.sonde.runtime.internal.engine;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.internal.engine.CheckRun.Outcome;
import dev.sonde.runtime.internal.log.TroubleLog;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a check has at most one run at a time, and knows what it found last.
 *
 * <p>A run that hangs goes on being the current one, so the check is not asked again before it has
 * returned.
 */
public final class CheckRunner {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** What the last finished run found, and when. */
  private record Found(CheckReport report, Instant at) {}

  private final CheckQuestion check;
  private final CheckTerms policy;
  private final Duration deadline;
  private final Duration longestWait;
  private final CheckEngine engine;
  private final CheckFinding.Observer observer;
  private final @Nullable BackgroundSchedule background;
  private final CheckReport lost;
  private final TroubleLog trouble;

  private @Nullable CheckRun current; // guarded by this, as are all below
  private @Nullable CheckRun hanging;
  private @Nullable Found found;
  private @Nullable Status told;
  private boolean hasPassed;
  private final Set<EndpointKind> tooSlowFor = EnumSet.noneOf(EndpointKind.class);
  private long failures;
  private boolean quick; // so that others can be asked by the same thread after it

  /**
   * Makes a runner.
   *
   * @param check what to ask
   * @param longestDeadline the longest deadline among the probes that ask this check
   * @param observer hears what is found out
   */
  public CheckRunner(
      CheckQuestion check,
      Duration longestDeadline,
      CheckEngine engine,
      CheckFinding.Observer observer) {
    this.check = check;
    this.policy = check.policy();
    this.deadline = policy.deadline().orElse(longestDeadline);
    this.longestWait = deadlineWithin(longestDeadline);
    this.engine = engine;
    this.observer = observer;
    this.background =
        policy
            .every()
            .map(period -> new BackgroundSchedule(this::refresh, period, engine))
            .orElse(null);
    this.trouble =
        new TroubleLog(
            "The answer of check \"" + check.name() + "\" was lost.",
            "The answers of check \"" + check.name() + "\" are no longer lost.");
    this.lost =
        new CheckReport(
            check.name(),
            Health.down(),
            policy.required(),
            Optional.of(new IllegalStateException("the answer was lost")),
            Duration.ZERO,
            Duration.ZERO);
  }

  String name() {
    return check.name();
  }

  /** {@return how long this check may keep a probe waiting that has this deadline} */
  Duration deadlineWithin(Duration probeDeadline) {
    return deadline.compareTo(probeDeadline) < 0 ? deadline : probeDeadline;
  }

  /**
   * {@return the run that a probe has to wait for; null when what is known is fresh enough}
   *
   * @param dispatch gets the run if this asking begins it
   */
  @Nullable CheckRun ask(RunDispatch dispatch) {
    if (background != null) {
      background.keepAwake();
    }
    CheckRun run;
    boolean wasQuick;
    synchronized (this) {
      if (isFresh()) {
        return null;
      }
      if (isRunning()) {
        return current;
      }
      run = begin();
      wasQuick = quick;
    }
    try {
      dispatch.add(run, wasQuick);
    } catch (Throwable noThread) {
      run.fail(noThread); // A run that is never asked would be waited for by all who come.
    }
    return run;
  }

  /**
   * {@return what to tell a probe}
   *
   * @param awaited what {@link #ask} returned; a run that is not over by now hangs
   */
  CheckReport report(@Nullable CheckRun awaited, EndpointKind probe) {
    if (awaited != null && !awaited.isOver()) {
      return hangs(awaited, probe);
    }
    CheckFinding finding;
    synchronized (this) {
      CheckReport report = awaited == null ? kept() : told(awaited);
      if (!tooSlowFor.remove(probe) || report.status() == Status.DOWN) {
        return report;
      }
      finding = onlyFor(probe, report, Optional.of(Status.DOWN));
    }
    observer.found(finding);
    return finding.report();
  }

  private void refresh() {
    CheckRun run;
    synchronized (this) {
      if (isRunning()) {
        return;
      }
      run = begin();
    }
    try {
      RunDispatch.alone(run, engine);
    } catch (Throwable noThread) {
      run.fail(noThread);
    }
  }

  private boolean isRunning() {
    return current != null && !current.isOver();
  }

  private boolean isFresh() {
    if (found == null || policy.keepsNothing()) {
      return false;
    }
    boolean refreshHangs = current != null && !current.isOver() && isOverdue(current);
    return !refreshHangs && age(found).compareTo(policy.keepsFor(deadline)) <= 0;
  }

  private boolean isOverdue(CheckRun run) {
    return run.elapsed().compareTo(deadline) >= 0;
  }

  private Duration age(Found answer) {
    return Duration.between(answer.at(), engine.now());
  }

  private CheckRun begin() {
    CheckRun run = new CheckRun(check, this::ended);
    current = run;
    return run;
  }

  private CheckReport told(CheckRun run) {
    CheckReport report = run.report();
    return report == null ? lost : report;
  }

  private CheckReport kept() {
    return found == null ? lost : found.report().aged(age(found));
  }

  private void ended(CheckRun run, Outcome outcome) {
    try {
      observer.found(count(run, outcome));
    } catch (Throwable defect) {
      trouble.failed(defect);
    }
  }

  private synchronized CheckFinding count(CheckRun run, Outcome outcome) {
    Duration took = run.elapsed();
    Outcome counted = isTooLate(run) && outcome.error() == null ? tooLate(run) : outcome;
    quick = RunDispatch.isQuick(run.keptThread(), deadline);
    failures = counted.health().status() == Status.DOWN ? failures + deadlinesIn(took) : 0;
    Optional<Throwable> error = Optional.ofNullable(counted.error()).map(engine::filtered);
    CheckReport report = report(counted.health(), failures, error, took);
    found = new Found(report, engine.now());
    run.tell(report);
    trouble.succeeded();
    return tell(report);
  }

  /** Probes have heard that it hangs, and the next one will not hear of this answer. */
  private boolean isTooLate(CheckRun run) {
    return hanging == run && policy.keepsNothing();
  }

  private static Outcome tooLate(CheckRun run) {
    return Outcome.failed(run.hangs());
  }

  private CheckReport hangs(CheckRun run, EndpointKind probe) {
    CheckReport report;
    CheckFinding finding = null;
    synchronized (this) {
      if (run.report() != null) {
        return run.report(); // It has ended just now, and that is reported already.
      }
      Duration elapsed = run.elapsed();
      report =
          report(Health.down(), failures + deadlinesIn(elapsed), Optional.of(run.hangs()), elapsed);
      if (elapsed.compareTo(longestWait) < 0) {
        if (told != Status.DOWN && tooSlowFor.add(probe)) {
          finding = onlyFor(probe, report, Optional.ofNullable(told));
        }
      } else if (hanging != run || told != report.status()) {
        hanging = run;
        finding = tell(report);
      }
    }
    try {
      // Told before the interrupt, after which the check may itself answer whoever waits.
      if (finding != null) {
        observer.found(finding);
      }
    } finally {
      giveUp(run);
    }
    return report;
  }

  private void giveUp(CheckRun run) {
    if (!run.hasBegun()) {
      run.fail(run.hangs()); // Nobody knows whether a thread will ever take it.
    } else if (isOverdue(run)) {
      run.interrupt();
      run.abandon().ifPresent(stage -> cancel(run, stage));
    }
  }

  /** On another thread, as cancelling is somebody else's code. */
  private void cancel(CheckRun run, CompletionStage<?> stage) {
    try {
      Future<?> unused =
          engine.timer().schedule(run::endAbandoned, pause(run).toNanos(), TimeUnit.NANOSECONDS);
      engine.workers().execute(() -> cancel(stage));
    } catch (Throwable noThread) {
      run.endAbandoned();
    }
  }

  private static void cancel(CompletionStage<?> stage) {
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (Throwable unheard) {
      // What cannot be cancelled goes on by itself, and its run ends all the same.
    }
  }

  /** {@return how long what was cancelled is left alone: as long as the check has been failing} */
  private synchronized Duration pause(CheckRun run) {
    Duration failing = deadline.multipliedBy(failures + deadlinesIn(run.elapsed()));
    return failing.compareTo(LONGEST_PAUSE) < 0 ? failing : LONGEST_PAUSE;
  }

  private long deadlinesIn(Duration time) {
    return Math.max(1, time.toNanos() / deadline.toNanos());
  }

  private CheckReport report(
      Health health, long failuresInARow, Optional<Throwable> error, Duration took) {
    boolean tolerated =
        health.status() == Status.DOWN && failuresInARow < policy.failuresUntilDown();
    Health damped = tolerated ? health.withStatus(Status.DEGRADED) : health;
    return new CheckReport(check.name(), damped, policy.required(), error, took, Duration.ZERO);
  }

  private CheckFinding tell(CheckReport report) {
    CheckFinding finding =
        new CheckFinding(report, Optional.ofNullable(told), hasPassed, Optional.empty());
    told = report.status();
    hasPassed |= told != Status.DOWN;
    return finding;
  }

  private CheckFinding onlyFor(EndpointKind probe, CheckReport report, Optional<Status> before) {
    return new CheckFinding(report, before, hasPassed, Optional.of(probe));
  }
}
