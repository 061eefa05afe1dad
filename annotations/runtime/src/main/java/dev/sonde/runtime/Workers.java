package dev.sonde.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that checks run on: daemons, which end when nobody has asked for a while.
 *
 * <p>A check has at most one run at a time, so there is never need of more threads than checks, and
 * a hanging check can never keep another from its thread.
 */
final class Workers {

  private static final long IDLE_SECONDS = 60;

  private Workers() {}

  static Executor forChecks(String container, int checks) {
    AtomicInteger number = new AtomicInteger();
    int most = Math.max(1, checks);
    // The queue is for the moment in which a thread has answered but is not yet free again.
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              String name = "sonde-" + container + "-check-" + number.incrementAndGet();
              Thread thread = new Thread(null, task, name);
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }
}
