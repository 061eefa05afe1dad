package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.health.Health.Status;
import dev.sonde.runtime.CheckRun.Outcome;
import dev.sonde.runtime.report.CheckReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a check has at most one run at a time, and knows what it found last.
 *
 * <p>A run that hangs goes on being the current one, so the check is not asked again before it has
 * returned.
 */
final class CheckRunner {

  /** What the last finished run found, and when. */
  private record Found(CheckReport report, Instant at) {}

  private final CheckId id;
  private final Check check;
  private final CheckPolicy policy;
  private final Duration deadline;
  private final Engine engine;
  private final @Nullable BackgroundSchedule background;

  private @Nullable CheckRun current; // guarded by this, as are all below
  private @Nullable CheckRun hanging;
  private @Nullable Found found;
  private @Nullable Status status;
  private int failures;
  private boolean quick; // so that others can be asked by the same thread after it

  /**
   * Makes a runner.
   *
   * @param longestDeadline the longest deadline among the probes that ask this check
   */
  CheckRunner(CheckId id, Check check, Duration longestDeadline, Engine engine) {
    this.id = id;
    this.check = check;
    this.policy = check.policy();
    this.deadline = policy.deadline().orElse(longestDeadline);
    this.engine = engine;
    this.background =
        policy
            .every()
            .map(period -> new BackgroundSchedule(this::refresh, period, engine))
            .orElse(null);
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
  @Nullable CheckRun ask(Dispatch dispatch) {
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
    dispatch.add(run, wasQuick);
    return run;
  }

  /**
   * {@return what to tell a probe}
   *
   * @param awaited what {@link #ask} returned; a run that is not over by now hangs
   */
  CheckReport report(@Nullable CheckRun awaited) {
    if (awaited == null) {
      return kept();
    }
    return awaited.isDone() ? found().report() : hangs(awaited);
  }

  private void refresh() {
    CheckRun run;
    synchronized (this) {
      if (isRunning()) {
        return;
      }
      run = begin();
    }
    Dispatch.alone(run, engine);
  }

  private boolean isRunning() {
    return current != null && !current.isDone();
  }

  private boolean isFresh() {
    if (found == null || policy.keepsNothing()) {
      return false;
    }
    boolean refreshHangs = current != null && !current.isDone() && isOverdue(current);
    return !refreshHangs && age(found).compareTo(policy.keepsFor(deadline)) <= 0;
  }

  private boolean isOverdue(CheckRun run) {
    return run.elapsed().compareTo(deadline) >= 0;
  }

  private Duration age(Found answer) {
    return Duration.between(answer.at(), engine.clock().instant());
  }

  private CheckRun begin() {
    CheckRun run = new CheckRun(check, this::ended);
    current = run;
    return run;
  }

  private synchronized Found found() {
    return Objects.requireNonNull(found, "a run that is over has found something");
  }

  private CheckReport kept() {
    Found answer = found();
    return answer.report().aged(age(answer));
  }

  private void ended(CheckRun run, Outcome outcome) {
    CheckReport report;
    Optional<Status> before;
    synchronized (this) {
      quick = Dispatch.isQuick(run.keptThread(), deadline);
      failures = outcome.health().status() == Status.DOWN ? failures + 1 : 0;
      report =
          report(outcome.health(), failures, Optional.ofNullable(outcome.error()), run.elapsed());
      found = new Found(report, engine.clock().instant());
      before = becomes(report.status());
    }
    engine.listeners().checked(id, report, before);
  }

  private CheckReport hangs(CheckRun run) {
    CheckReport report;
    Optional<Status> before;
    synchronized (this) {
      // Each further deadline that passes counts as one more failure.
      Duration elapsed = run.elapsed();
      boolean overdue = elapsed.compareTo(deadline) >= 0;
      long soFar = failures + (overdue ? elapsed.toNanos() / deadline.toNanos() : 1);
      report = report(Health.down(), soFar, Optional.of(run.hangs()), elapsed);
      if (hanging == run && status == report.status()) {
        return report;
      }
      hanging = run;
      before = becomes(report.status());
    }
    // Told before the interrupt, after which the check may itself answer whoever waits.
    engine.listeners().checked(id, report, before);
    if (isOverdue(run)) {
      run.interrupt();
    }
    return report;
  }

  private CheckReport report(
      Health health, long failuresInARow, Optional<Throwable> error, Duration took) {
    boolean tolerated =
        health.status() == Status.DOWN && failuresInARow < policy.failuresUntilDown();
    Health damped = tolerated ? health.withStatus(Status.DEGRADED) : health;
    return new CheckReport(check.name(), damped, policy.required(), error, took, Duration.ZERO);
  }

  private Optional<Status> becomes(Status now) {
    Optional<Status> before = Optional.ofNullable(status);
    status = now;
    return before;
  }
}
