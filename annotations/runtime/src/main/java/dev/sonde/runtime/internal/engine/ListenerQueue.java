package dev.sonde.runtime.internal.engine;

import dev.sonde.runtime.internal.log.HealthLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Brings news to a listener on a thread of its own, one after the other. When the listener does not
 * keep up, what is too much is lost: nobody who brings news ever waits.
 */
public final class ListenerQueue {

  private static final int MOST_WAITING = 1000;
  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor thread;

  /**
   * Makes a queue; its thread starts with the first news.
   *
   * @param prefix what the thread's name starts with
   */
  public ListenerQueue(String prefix) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            CheckEngine.daemons(prefix));
    thread.allowCoreThreadTimeOut(true);
  }

  /** {@return whether the news will be brought; false when there is no room or thread} */
  public boolean add(Runnable news) {
    try {
      thread.execute(() -> bring(news));
      return true;
    } catch (Throwable full) {
      return false;
    }
  }

  private static void bring(Runnable news) {
    try {
      news.run();
    } catch (Throwable failure) {
      HealthLog.warning("News of a check could not be delivered.", failure);
    }
  }

  /**
   * Waits until all news are brought that have come before.
   *
   * @param within how long at most
   * @return whether they are
   */
  public boolean await(Duration within) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    boolean wasEverUsed = thread.getLargestPoolSize() > 0;
    return !wasEverUsed
        || (add(end::countDown) && end.await(within.toNanos(), TimeUnit.NANOSECONDS));
  }
}
