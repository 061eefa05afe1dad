package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Makes attempts on threads of their own and ends them in time. Safe for use by several threads.
 */
public final class Attempts implements AutoCloseable {

  /**
   * An attempt that cannot be woken, in a name look-up say, is given up this much after its time.
   */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static final ThreadFactory DAEMONS =
      task -> {
        Thread thread = new Thread(task, "sonde-attempt");
        thread.setDaemon(true);
        return thread;
      };

  private final ExecutorService threads = Executors.newCachedThreadPool(DAEMONS);
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, DAEMONS);

  /** Creates it without any thread yet. */
  public Attempts() {}

  /**
   * Makes an attempt.
   *
   * @param attempt what to do
   * @param timeout how long it may take
   * @param done takes the outcome, once, on some thread
   */
  public void make(Attempt attempt, Duration timeout, Consumer<Outcome> done) {
    make(attempt, timeout, timeout, done);
  }

  /**
   * Makes an attempt of a probe whose time runs at another speed.
   *
   * @param attempt what to do
   * @param timeout how long it may take on the wall's clock
   * @param told how long that is called in reasons: what stands in the manifest
   * @param done takes the outcome, once, on some thread
   */
  public void make(Attempt attempt, Duration timeout, Duration told, Consumer<Outcome> done) {
    Deadline deadline = new Deadline(timeout, told);
    AtomicBoolean answered = new AtomicBoolean();
    Consumer<Outcome> once =
        outcome -> {
          if (answered.compareAndSet(false, true)) {
            done.accept(outcome);
          }
        };
    try {
      ScheduledFuture<?> end = later(deadline::expire, timeout);
      ScheduledFuture<?> giveUp =
          later(() -> once.accept(Reasons.timedOut(told)), timeout.plus(PATIENCE));
      threads.execute(
          () -> {
            try (deadline) {
              once.accept(attempt.make(deadline));
            } catch (RuntimeException | Error defect) {
              once.accept(Outcome.error(Reasons.oneLine("defect in the prober: " + defect)));
              throw defect;
            } finally {
              end.cancel(false);
              giveUp.cancel(false);
            }
          });
    } catch (RejectedExecutionException closed) {
      deadline.close();
    }
  }

  private ScheduledFuture<?> later(Runnable task, Duration delay) {
    return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends the threads; attempts under way report nothing any more. */
  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
