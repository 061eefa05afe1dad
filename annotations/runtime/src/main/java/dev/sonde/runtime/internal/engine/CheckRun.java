package dev.sonde.runtime.internal.engine;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.CheckReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One asking of one check, from its start until the check has really returned. Whoever asks first
 * asks; it does no harm to hand a run to several threads.
 */
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

  private static final StackTraceElement[] NO_STACK = {};

  private final CheckQuestion check;
  private final long startNanos = System.nanoTime();
  private final BiConsumer<CheckRun, Outcome> ended;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean over;
  private volatile @Nullable CheckReport report;
  private @Nullable Thread inside; // guarded by this; set while a thread is inside the check
  private boolean interrupted; // guarded by this
  private @Nullable CompletionStage<?> awaited; // guarded by this; null once it is cancelled
  private volatile boolean abandoned;
  private Duration keptThread = Duration.ZERO; // guarded by this
  private @Nullable CheckHangsException hangs; // guarded by this

  /**
   * Makes a run that is yet to be started.
   *
   * @param ended gets the outcome before anyone who waits for this run goes on
   */
  CheckRun(CheckQuestion check, BiConsumer<CheckRun, Outcome> ended) {
    this.check = check;
    this.ended = ended;
  }

  /** Asks on one of the workers; a run that cannot even get a thread ends at once as failed. */
  void askOn(Executor workers) {
    try {
      workers.execute(this::ask);
    } catch (Throwable noThread) {
      fail(noThread);
    }
  }

  /** Ends as failed, unless it has begun. */
  void fail(Throwable noThread) {
    if (begun.compareAndSet(false, true)) {
      end(noThread);
    }
  }

  boolean hasBegun() {
    return begun.get();
  }

  boolean isOver() {
    return over;
  }

  /** Keeps what probes get from this run. */
  void tell(CheckReport told) {
    report = told;
  }

  /** {@return what probes get from this run; null when it has not ended, or that was lost} */
  @Nullable CheckReport report() {
    return report;
  }

  /** Calls back once the run is over, at once if it is; on the thread on which it ends. */
  void whenDone(Runnable action) {
    CompletionStage<?> end = done;
    end.whenComplete((nothing, error) -> action.run());
  }

  long startNanos() {
    return startNanos;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** {@return how long the check was on its thread; less than it took if it answered later} */
  synchronized Duration keptThread() {
    return keptThread;
  }

  /** {@return that this run has not answered in time, and where it was when first asked} */
  synchronized CheckHangsException hangs() {
    if (hangs == null) {
      hangs = new CheckHangsException(elapsed(), stack());
    }
    return hangs;
  }

  /** Tells the check, once, by an interrupt, that nobody waits for it any longer. */
  synchronized void interrupt() {
    if (inside != null && !interrupted) {
      interrupted = true;
      inside.interrupt();
    }
  }

  /**
   * {@return the stage that the check has returned, if that has to be cancelled} From now on its
   * being cancelled is no answer, so that the run goes on until {@link #endAbandoned}.
   */
  synchronized Optional<CompletionStage<?>> abandon() {
    Optional<CompletionStage<?>> stage = Optional.ofNullable(awaited);
    awaited = null;
    abandoned |= stage.isPresent();
    return stage;
  }

  /** Ends without an answer, unless there is one. */
  void endAbandoned() {
    end(hangs());
  }

  /** Asks on this thread, unless it has begun. */
  void ask() {
    boolean waits = true;
    try {
      if (begun.compareAndSet(false, true)) {
        waits = false;
        CompletionStage<@Nullable Health> stage = askInside();
        if (stage == null) {
          settle(null, null);
        } else {
          await(stage);
          waits = true;
        }
      }
    } catch (Throwable failure) { // errors too: a check out of memory is a failed check
      end(failure);
    } finally {
      if (!waits) {
        endWaiting();
      }
    }
  }

  private void await(CompletionStage<@Nullable Health> stage) {
    if (check.cancelled()) {
      synchronized (this) {
        awaited = stage;
      }
    }
    stage.whenComplete(this::settle);
  }

  private @Nullable CompletionStage<@Nullable Health> askInside() throws Exception {
    long enteredNanos = enter();
    try {
      return check.ask().call();
    } finally {
      leave(enteredNanos);
    }
  }

  private void settle(@Nullable Health health, @Nullable Throwable failure) {
    if (abandoned && failure instanceof CancellationException) {
      return;
    }
    try {
      ended.accept(this, outcome(health, failure));
    } finally {
      endWaiting();
    }
  }

  private static Outcome outcome(@Nullable Health health, @Nullable Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return Outcome.failed(failure.getCause());
    }
    if (failure != null) {
      return Outcome.failed(failure);
    }
    return health == null
        ? Outcome.failed(new NullPointerException("the check returned null"))
        : new Outcome(health, null);
  }

  private void end(Throwable failure) {
    try {
      if (!over) {
        ended.accept(this, Outcome.failed(failure));
      }
    } finally {
      endWaiting();
    }
  }

  /** Whatever went wrong, the run is over: one that never ended would never be asked again. */
  private void endWaiting() {
    over = true;
    done.complete(null);
  }

  private StackTraceElement[] stack() {
    return inside == null ? NO_STACK : inside.getStackTrace();
  }

  private synchronized long enter() {
    inside = Thread.currentThread();
    return System.nanoTime();
  }

  /** After this no interrupt of ours can come; one that came, or that the check set, ends here. */
  private synchronized void leave(long enteredNanos) {
    keptThread = Duration.ofNanos(System.nanoTime() - enteredNanos);
    inside = null;
    Thread.interrupted();
  }
}
