package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Makes attempts on threads of their own and ends them in time; each comes to an outcome, whatever
 * happens. Safe for use by several threads.
 */
public final class AttemptThreads implements AutoCloseable {

  /**
   * An attempt that cannot be woken, in a name look-up say, is given up this much after its time.
   */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static final AttemptOutcome CLOSED = AttemptOutcome.error("the prober was closed before");

  private static final ThreadFactory DAEMONS =
      task -> {
        Thread thread = new Thread(task, "sonde-attempt");
        thread.setDaemon(true);
        return thread;
      };

  private final ExecutorService threads = Executors.newCachedThreadPool(DAEMONS);
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, DAEMONS);
  private final Queue<CompletableFuture<AttemptOutcome>> underWay = new ConcurrentLinkedQueue<>();

  /** Creates it without any thread yet. */
  public AttemptThreads() {}

  /**
   * Makes an attempt.
   *
   * @param attempt what to do
   * @param timeout how long it may take
   * @return the outcome, which comes on some thread; an error where this is closed before
   */
  public CompletableFuture<AttemptOutcome> make(RealAttempt attempt, Duration timeout) {
    return make(attempt, timeout, timeout);
  }

  /**
   * Makes an attempt of a probe whose time runs at another speed.
   *
   * @param attempt what to do
   * @param timeout how long it may take on the wall's clock
   * @param told how long that is called in reasons: what is in the manifest
   * @return the outcome, which comes on some thread; an error where this is closed before
   */
  public CompletableFuture<AttemptOutcome> make(
      RealAttempt attempt, Duration timeout, Duration told) {
    AttemptDeadline deadline = new AttemptDeadline(timeout, told);
    CompletableFuture<AttemptOutcome> outcome = new CompletableFuture<>();
    underWay.add(outcome);
    try {
      ScheduledFuture<?> end = later(deadline::expire, timeout);
      ScheduledFuture<?> giveUp =
          later(() -> outcome.complete(AttemptOutcome.timedOut(told)), timeout.plus(PATIENCE));
      threads.execute(
          () -> {
            try (deadline) {
              outcome.complete(attempt.make(deadline));
            } catch (RuntimeException | Error defect) {
              outcome.complete(
                  AttemptOutcome.error(AttemptReasons.oneLine("defect in the prober: " + defect)));
              throw defect;
            } finally {
              end.cancel(false);
              giveUp.cancel(false);
              underWay.removeIf(CompletableFuture::isDone);
            }
          });
    } catch (RejectedExecutionException closed) {
      deadline.close();
      outcome.complete(CLOSED);
      underWay.removeIf(CompletableFuture::isDone);
    }
    return outcome;
  }

  private ScheduledFuture<?> later(Runnable task, Duration delay) {
    return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends the threads; attempts under way come to an error. */
  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
    underWay.forEach(outcome -> outcome.complete(CLOSED));
  }
}
