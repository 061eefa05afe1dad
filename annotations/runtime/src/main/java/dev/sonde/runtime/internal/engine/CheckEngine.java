package dev.sonde.runtime.internal.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The state that the checks of a container share. All threads are daemons and end when nobody has
 * asked for a while, so nothing has to be closed.
 *
 * <p>Checks run on virtual threads where {@link VirtualThreads} has them, otherwise on platform
 * threads. A check has at most one run at a time, so there are never more of either than checks.
 * Virtual threads run on carriers that the application's own share, in a small container just one
 * or two: whatever these do not get to in time, a platform thread does.
 *
 * @param workers the threads that checks run on
 * @param relief the threads for what the workers do not begin in time
 * @param timer what ends waiting, and starts what is due
 * @param clock tells how old answers are
 * @param errorFilter returns what others may see of a check's exception
 */
public record CheckEngine(
    Executor workers,
    Executor relief,
    ScheduledExecutorService timer,
    Clock clock,
    UnaryOperator<Throwable> errorFilter) {

  private static final long IDLE_SECONDS = 60;

  /**
   * Makes an engine.
   *
   * @param container the container's name, for those of threads
   * @param checks how many there are
   * @param own the application's own threads, which then are all that checks run on; empty, what
   *     the JVM has
   * @param clock tells how old answers are
   * @param errorFilter returns what others may see of a check's exception
   */
  public static CheckEngine create(
      String container,
      int checks,
      Optional<Executor> own,
      Clock clock,
      UnaryOperator<Throwable> errorFilter) {
    String names = "sonde-" + container + "-check-";
    Executor relief = own.orElseGet(() -> platformThreads(names, Math.max(1, checks)));
    Executor workers = own.or(() -> VirtualThreads.startingWith(names)).orElse(relief);
    return new CheckEngine(workers, relief, timer(container), clock, errorFilter);
  }

  /** {@return the time of the clock; the system's when the clock fails} */
  Instant now() {
    try {
      return clock.instant();
    } catch (Throwable broken) {
      return Instant.now();
    }
  }

  /** {@return what others may see of a check's exception; it can be written as text in any case} */
  Throwable filtered(Throwable error) {
    try {
      Throwable told = Objects.requireNonNull(errorFilter.apply(error));
      Objects.requireNonNull(told.toString());
      return told;
    } catch (Throwable broken) {
      Exception instead =
          new IllegalStateException(
              "what was thrown cannot be shown: " + error.getClass().getName());
      instead.setStackTrace(error.getStackTrace());
      return instead;
    }
  }

  /**
   * As many threads as checks, so that one that hangs never keeps another waiting. The queue is for
   * the moment in which a thread has answered but is not free again.
   */
  private static Executor platformThreads(String names, int most) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons(names));
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

  static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(null, task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
