package dev.sonde.runtime.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Brings the runs that a probe asks for to threads. Checks that were quick last time are asked one
 * after the other by one thread, because waking another takes longer than they do; each of the
 * others gets a thread of its own.
 *
 * <p>A run that has not begun after {@link #PATIENCE} gets one too. So when a quick check turns
 * slow, or hangs, or the workers have no time, the others are late by no more than that.
 */
final class RunDispatch {

  /** How long a run may wait for others. */
  private static final Duration PATIENCE = Duration.ofMillis(5);

  /** How long a check may keep its thread to be asked together with others the next time. */
  private static final Duration QUICK = Duration.ofMillis(1);

  /** A check with a shorter deadline has no time to wait for others. */
  private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(50);

  private final CheckEngine engine;
  private final List<CheckRun> runs = new ArrayList<>();
  private final List<CheckRun> quick = new ArrayList<>();
  private final long startNanos = System.nanoTime();
  private volatile boolean relieved;

  RunDispatch(CheckEngine engine) {
    this.engine = engine;
  }

  /** {@return whether a check that has kept its thread so long can share one the next time} */
  static boolean isQuick(Duration keptThread, Duration deadline) {
    return keptThread.compareTo(QUICK) < 0 && deadline.compareTo(SHORTEST_DEADLINE) >= 0;
  }

  /** Brings a run that no probe waits for to a thread. */
  static void alone(CheckRun run, CheckEngine engine) {
    RunDispatch dispatch = new RunDispatch(engine);
    dispatch.add(run, false);
    Future<?> unused =
        engine.timer().schedule(dispatch::relieve, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Takes a run; one that was not quick goes at once, the others with {@link #go}. */
  void add(CheckRun run, boolean wasQuick) {
    runs.add(run);
    if (wasQuick) {
      quick.add(run);
    } else {
      run.askOn(engine.workers());
    }
  }

  void go() {
    if (quick.isEmpty()) {
      return;
    }
    try {
      engine.workers().execute(() -> quick.forEach(CheckRun::ask));
    } catch (Throwable noThread) {
      quick.forEach(run -> run.fail(noThread));
    }
  }

  /** Ends all runs that have not begun, as nobody will bring them to a thread any more. */
  void abandon(Throwable why) {
    for (CheckRun run : runs) {
      run.fail(why);
    }
  }

  /** {@return whether a run may come to need {@link #relieve}} */
  boolean isOpen() {
    if (!relieved) {
      for (CheckRun run : runs) {
        if (!run.hasBegun()) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@return when, on {@link System#nanoTime}, what has not begun is to be relieved} */
  long dueNanos() {
    return startNanos + PATIENCE.toNanos();
  }

  /** Gives each run that has not begun a thread of its own. Once is enough. */
  void relieve() {
    if (!isOpen()) {
      return;
    }
    relieved = true;
    for (CheckRun run : runs) {
      if (!run.hasBegun()) {
        run.askOn(engine.relief());
      }
    }
  }
}
