package dev.sonde.kubelet.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sonde.measured.LimitMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a process to a quota as the kernel does: in each period of 100 ms its threads together may
 * run for the quota; then it is stopped until the period ends. What was overdrawn is owed in the
 * next one. Its children are stopped with it.
 */
final class DutyCycle implements CpuLimit {

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(500);
  private static final int LOOK_FOR_CHILDREN_EVERY = 10;

  private final long quota;
  private final int parallel;
  private final Process signals;
  private final Writer signalWriter;
  private volatile boolean over;
  private volatile List<ProcessHandle> family = List.of();

  DutyCycle(int cpuMillis) {
    this.quota = PERIOD * cpuMillis / 1000;
    this.parallel = Runtime.getRuntime().availableProcessors();
    try {
      this.signals = new ProcessBuilder("sh").redirectErrorStream(true).start();
      this.signalWriter = signals.outputWriter(US_ASCII);
    } catch (IOException noShell) {
      throw new UncheckedIOException("cannot run sh, which sends the signals", noShell);
    }
  }

  /** Tells whether threads can be accounted here. */
  static boolean isPossible() {
    return ThreadTimes.areSeen();
  }

  @Override
  public LimitMethod method() {
    return LimitMethod.DUTY_CYCLE;
  }

  @Override
  public void hold(Process process) {
    family = List.of(process.toHandle());
    Thread holder = new Thread(() -> hold(process.toHandle()), "sonde-duty-cycle");
    holder.setDaemon(true);
    holder.start();
  }

  private void hold(ProcessHandle process) {
    ThreadTimes times = new ThreadTimes();
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
        signal("CONT");
        runOut(times, before, allowed, end);
      }
      pauseUntil(end);
      debt = Math.max(0, times.of(family) - before - allowed);
      start = Math.max(end, System.nanoTime() - PERIOD);
    }
    signal("CONT");
  }

  /** Lets it run until it has used what it may, or the period ends. */
  private void runOut(ThreadTimes times, long before, long allowed, long end) {
    while (!over) {
      long left = allowed - (times.of(family) - before);
      long now = System.nanoTime();
      if (left <= 0) {
        signal("STOP");
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

  private synchronized void signal(String name) {
    String pids =
        family.stream().map(one -> String.valueOf(one.pid())).collect(Collectors.joining(" "));
    try {
      signalWriter.write("kill -" + name + " " + pids + " 2>/dev/null\n");
      signalWriter.flush();
    } catch (IOException closed) {
      over = true;
    }
  }

  @Override
  public void close() {
    signal("CONT");
    over = true;
    signal("CONT");
    try {
      signalWriter.close();
      signals.waitFor(1, TimeUnit.SECONDS);
    } catch (IOException gone) {
      // Nobody is left to be told.
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    signals.destroyForcibly();
  }
}
