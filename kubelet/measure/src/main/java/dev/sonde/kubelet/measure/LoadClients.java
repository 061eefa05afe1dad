package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.RealAttempt;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that ask for a URL, each again as soon as it has its answer. */
final class LoadClients implements AutoCloseable {

  private static final long AFTER_A_FAILURE = TimeUnit.MILLISECONDS.toNanos(20);

  private final AttemptThreads threads = new AttemptThreads();
  private final RealAttempt attempt;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong lastAnswer = new AtomicLong(Long.MIN_VALUE);
  private volatile boolean over;

  private LoadClients(RealAttempt attempt) {
    this.attempt = attempt;
  }

  static LoadClients start(RequestUrl url, int clients, RealHandlers handlers) {
    LoadClients load = new LoadClients(handlers.attempt(url.handler()));
    for (int i = 0; i < clients; i++) {
      Thread client = new Thread(load::ask, "sonde-client");
      client.setDaemon(true);
      client.start();
    }
    return load;
  }

  private void ask() {
    while (!over) {
      AttemptOutcome outcome = threads.make(attempt, Duration.ofSeconds(10)).join();
      if (outcome.verdict() == AttemptVerdict.SUCCESS
          || outcome.verdict() == AttemptVerdict.WARNING) {
        answered.incrementAndGet();
        lastAnswer.accumulateAndGet(
            System.nanoTime(), (a, b) -> a == Long.MIN_VALUE ? b : Math.max(a, b));
      } else {
        LockSupport.parkNanos(AFTER_A_FAILURE);
      }
    }
  }

  /** How many requests were answered. */
  long answered() {
    return answered.get();
  }

  /** How long after a moment the last answer came, in nanoseconds; 0 if none came after it. */
  long servedAfter(long moment) {
    long last = lastAnswer.get();
    return last == Long.MIN_VALUE ? 0 : Math.max(0, last - moment);
  }

  @Override
  public void close() {
    over = true;
    threads.close();
  }
}
