package dev.sonde.runtime;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the checks of a container share. All threads are daemons and end when nobody has asked for a
 * while, so nothing has to be closed.
 *
 * <p>These are platform threads, unless the application brings its own. A check has at most one run
 * at a time, so there are never more threads than checks, which is few. Virtual threads would make
 * that worse, not better: they run on carriers that the application's own virtual threads share, in
 * a small container just one or two; checks would wait behind a busy application, and a check that
 * hangs pinned (in native code, before Java 24 also in a synchronized block) would take a carrier
 * from it.
 *
 * @param workers the threads that checks run on
 * @param timer what ends waiting, and starts what is due
 * @param clock tells how old answers are
 * @param listeners are told what checks find
 */
record Engine(Executor workers, ScheduledExecutorService timer, Clock clock, Listeners listeners) {

  private static final long IDLE_SECONDS = 60;

  /**
   * Makes an engine.
   *
   * @param workers the threads that checks run on; empty, threads of their own
   */
  static Engine create(
      String container, int checks, Optional<Executor> workers, Clock clock, Listeners listeners) {
    return new Engine(
        workers.orElseGet(() -> workers(container, Math.max(1, checks))),
        timer(container),
        clock,
        listeners);
  }

  /**
   * As many threads as checks, so that one that hangs never keeps another waiting. The queue is for
   * the moment in which a thread has answered but is not free again.
   */
  private static Executor workers(String container, int most) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("sonde-" + container + "-check-"));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  private static ScheduledExecutorService timer(String container) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, daemons("sonde-" + container + "-timer-"));
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(null, task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
