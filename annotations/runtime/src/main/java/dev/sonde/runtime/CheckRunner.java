package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.runtime.CheckRun.Outcome;
import dev.sonde.runtime.report.CheckReport;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Sees to it that a check has at most one run at a time, and tells operators what changed. */
final class CheckRunner {

  private static final System.Logger LOG = System.getLogger("dev.sonde.health");

  private final Check check;
  private final Executor workers;
  private @Nullable CheckRun current; // guarded by this
  private boolean wasDown; // guarded by this

  CheckRunner(Check check, Executor workers) {
    this.check = check;
    this.workers = workers;
  }

  /** The run that is under way, however long it has been; else a new one. */
  synchronized CheckRun run(long nowNanos) {
    if (current == null || current.isDone()) {
      current = CheckRun.start(check, workers, nowNanos, this::noticed);
    }
    return current;
  }

  /** What is known of a run now; one that has not ended by now is given up and counts as failed. */
  CheckReport report(CheckRun run, long nowNanos) {
    Outcome ended = run.outcome().getNow(null);
    if (ended != null) {
      return new CheckReport(check.name(), ended.health());
    }
    run.abandon(stack -> hangs(run.elapsedNanos(nowNanos), stack));
    return new CheckReport(check.name(), Health.down());
  }

  private void hangs(long elapsedNanos, @Nullable HangingStack stack) {
    becomesDown(true);
    long millis = Duration.ofNanos(elapsedNanos).toMillis();
    LOG.log(Level.WARNING, prefix() + "is DOWN: no answer after " + millis + " ms.", stack);
  }

  private void noticed(Outcome outcome) {
    boolean down = outcome.health().status() == Health.Status.DOWN;
    if (!becomesDown(down)) {
      return;
    }
    if (down) {
      LOG.log(Level.WARNING, prefix() + "is DOWN" + reason(outcome), outcome.error());
    } else {
      LOG.log(Level.INFO, prefix() + "is " + outcome.health().status() + " again.");
    }
  }

  private String prefix() {
    return "Check \"" + check.name() + "\" ";
  }

  private static String reason(Outcome outcome) {
    if (outcome.error() != null) {
      return ": " + outcome.error();
    }
    return outcome.health().data().isEmpty() ? "." : ": " + outcome.health().data();
  }

  /** {@return whether that is a change} */
  private synchronized boolean becomesDown(boolean down) {
    boolean changed = wasDown != down;
    wasDown = down;
    return changed;
  }
}
