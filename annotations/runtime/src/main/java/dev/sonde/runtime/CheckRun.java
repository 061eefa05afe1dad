package dev.sonde.runtime;

import dev.sonde.health.Health;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One asking of one check, from its start until the check has really returned. */
final class CheckRun {

  /**
   * How a run ended.
   *
   * @param health what the check found
   * @param error what it threw instead of an answer, if it did
   */
  record Outcome(Health health, @Nullable Throwable error) {
    static Outcome failed(Throwable error) {
      return new Outcome(Health.down(), error);
    }
  }

  private final Check check;
  private final long startNanos;
  private final Consumer<Outcome> whenEnded;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private @Nullable Thread inside; // guarded by this; set while a thread is inside the check
  private boolean abandoned; // guarded by this

  private CheckRun(Check check, long startNanos, Consumer<Outcome> whenEnded) {
    this.check = check;
    this.startNanos = startNanos;
    this.whenEnded = whenEnded;
  }

  /**
   * Starts a run; one that cannot even get a thread ends at once as failed.
   *
   * @param whenEnded is told before anyone who waits for the outcome
   */
  static CheckRun start(Check check, Executor workers, long nowNanos, Consumer<Outcome> whenEnded) {
    CheckRun run = new CheckRun(check, nowNanos, whenEnded);
    try {
      workers.execute(run::ask);
    } catch (Throwable noThread) {
      run.end(Outcome.failed(noThread));
    }
    return run;
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  boolean isDone() {
    return outcome.isDone();
  }

  long elapsedNanos(long nowNanos) {
    return nowNanos - startNanos;
  }

  /**
   * Tells the check, by an interrupt, that nobody waits any longer, and tells where it hangs.
   *
   * @param report gets the stack, or null when no thread is inside the check; called the first time
   *     only
   */
  synchronized void abandon(Consumer<@Nullable HangingStack> report) {
    if (abandoned) {
      return;
    }
    abandoned = true;
    Thread hanging = inside;
    report.accept(hanging == null ? null : new HangingStack(check.name(), hanging.getStackTrace()));
    if (hanging != null) {
      hanging.interrupt();
    }
  }

  private void ask() {
    CompletionStage<@Nullable Health> stage;
    enter();
    try {
      stage = check.ask();
    } catch (Throwable failure) { // errors too: a check out of memory is a failed check
      leave();
      end(Outcome.failed(failure));
      return;
    }
    leave();
    if (stage == null) {
      settle(null, null);
    } else {
      stage.whenComplete(this::settle);
    }
  }

  private void settle(@Nullable Health health, @Nullable Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      end(Outcome.failed(failure.getCause()));
    } else if (failure != null) {
      end(Outcome.failed(failure));
    } else if (health == null) {
      end(Outcome.failed(new NullPointerException("the check returned null")));
    } else {
      end(new Outcome(health, null));
    }
  }

  private void end(Outcome ended) {
    try {
      whenEnded.accept(ended);
    } finally {
      outcome.complete(ended);
    }
  }

  private synchronized void enter() {
    inside = Thread.currentThread();
  }

  /** After this no interrupt of ours can come; one that came, or that the check set, ends here. */
  private synchronized void leave() {
    inside = null;
    Thread.interrupted();
  }
}
