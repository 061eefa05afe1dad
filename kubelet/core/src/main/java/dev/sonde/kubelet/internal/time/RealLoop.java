package dev.sonde.kubelet.internal.time;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Real time, or real time run faster by a factor: with factor 10, one second of the clock on the
 * wall is ten of the loop's.
 *
 * <p>Tasks run on one daemon thread. {@link #at} and {@link #now} may be called from any thread.
 */
public final class RealLoop implements EventLoop, AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "sonde-kubelet");
            daemon.setDaemon(true);
            return daemon;
          });
  private final long began = System.nanoTime();
  private final double factor;

  /** Creates a loop whose seconds are real seconds. */
  public RealLoop() {
    this(1);
  }

  /**
   * Creates a loop whose time runs faster than the real one.
   *
   * @param factor how many of the loop's seconds pass in one real second; above 0
   * @throws IllegalArgumentException if the factor is not a number above 0
   */
  public RealLoop(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("time factor " + factor + " is not a number above 0");
    }
    this.factor = factor;
  }

  /** {@return how many of the loop's seconds pass in one real second} */
  public double factor() {
    return factor;
  }

  @Override
  public long now() {
    return (long) ((System.nanoTime() - began) * factor);
  }

  @Override
  public void at(long nanos, Runnable task) {
    if (nanos == NEVER) {
      return;
    }
    long real = (long) Math.ceil(nanos / factor) + began - System.nanoTime();
    try {
      ScheduledFuture<?> unused =
          thread.schedule(() -> runNotBefore(nanos, task), Math.max(real, 0), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      // The loop was closed: nothing happens on it any more.
    }
  }

  /** Rounding may wake a task a moment early; then it goes back to sleep. */
  private void runNotBefore(long nanos, Runnable task) {
    if (now() < nanos) {
      at(nanos, task);
      return;
    }
    try {
      task.run();
    } catch (RuntimeException | Error defect) {
      // An executor would keep it to itself.
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, defect);
    }
  }

  /** Ends the loop: what is due later never runs. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
