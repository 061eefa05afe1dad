package dev.sonde.kubelet.internal.process;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Holds a process to a quota as the kernel does: in each period of 100 ms its threads together may
 * run for the quota; then it is stopped until the period ends. What was overdrawn is owed in the
 * next one. Its children are stopped with it.
 */
public final class DutyCycle implements AutoCloseable {

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(500);
  private static final int LOOK_FOR_CHILDREN_EVERY = 10;

  private final long quota;
  private final int parallel;
  private final ProcessSignals signals = new ProcessSignals();
  private volatile boolean over;

  /**
   * Creates one that holds nothing yet.
   *
   * @param cpuMillis the quota in thousandths of a core
   */
  public DutyCycle(int cpuMillis) {
    this.quota = PERIOD * cpuMillis / 1000;
    this.parallel = Runtime.getRuntime().availableProcessors();
  }

  /** Tells whether threads can be accounted here. */
  public static boolean isPossible() {
    return ThreadTimes.areSeen();
  }

  /**
   * Begins to hold a process.
   *
   * @param process which, with its children
   */
  public void hold(ProcessHandle process) {
    Thread holder = new Thread(() -> holdUntilOver(process), "sonde-duty-cycle");
    holder.setDaemon(true);
    holder.start();
  }

  private void holdUntilOver(ProcessHandle process) {
    try {
      hold(process, new ThreadTimes());
    } catch (UncheckedIOException noShell) {
      over = true;
    }
  }

  private void hold(ProcessHandle process, ThreadTimes times) {
    List<ProcessHandle> family = List.of(process);
    long debt = 0;
    long start = System.nanoTime();
    for (int period = 0; process.isAlive() && !over; period++) {
      if (period % LOOK_FOR_CHILDREN_EVERY == 0) {
        family = Stream.concat(Stream.of(process), process.descendants()).toList();
      }
      long end = start + PERIOD;
      long before = times.of(family);
      long allowed = quota - debt;
      if (allowed > 0) {
        signals.goOn();
        runOut(family, times, before, allowed, end);
      }
      pauseUntil(end);
      debt = Math.max(0, times.of(family) - before - allowed);
      start = Math.max(end, System.nanoTime() - PERIOD);
    }
    signals.close();
  }

  /** Lets it run until it has used what it may, or the period ends. */
  private void runOut(
      List<ProcessHandle> family, ThreadTimes times, long before, long allowed, long end) {
    while (!over) {
      long left = allowed - (times.of(family) - before);
      long now = System.nanoTime();
      if (left <= 0) {
        signals.stop(family);
        return;
      }
      if (now >= end) {
        return;
      }
      long pause = Math.max(SHORTEST_PAUSE, left / 2 / parallel);
      LockSupport.parkNanos(Math.min(pause, end - now));
    }
  }

  private void pauseUntil(long end) {
    for (long left = end - System.nanoTime(); left > 0 && !over; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Lets the process run on without a limit. */
  @Override
  public void close() {
    over = true;
    signals.close();
  }
}
