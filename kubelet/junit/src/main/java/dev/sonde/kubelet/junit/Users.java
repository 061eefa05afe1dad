package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.Outcome;
import dev.sonde.kubelet.Verdict;
import dev.sonde.kubelet.internal.handler.Attempt;
import dev.sonde.kubelet.internal.handler.Attempts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A few users who send requests one after the other, as long as a Service sends them here. */
final class Users implements AutoCloseable {

  /**
   * A request that was not answered as it should.
   *
   * @param at when it was sent
   * @param reason what came of it
   */
  record Lost(long at, String reason) {}

  private static final int USERS = 4;
  private static final int ENOUGH_ANSWERS = 5 * USERS;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 5;

  private final Attempt request;
  private final BooleanSupplier routed;
  private final LongSupplier clock;
  private final Attempts attempts = new Attempts();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  Users(Attempt request, BooleanSupplier routed, LongSupplier clock) {
    this.request = request;
    this.routed = routed;
    this.clock = clock;
  }

  void start() {
    for (int user = 1; user <= USERS; user++) {
      Thread thread = new Thread(this::ask, "sonde-user-" + user);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void ask() {
    try {
      while (!stopped && routed.getAsBoolean()) {
        askOnce();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void askOnce() {
    long at = clock.getAsLong();
    sent.incrementAndGet();
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    attempts.make(request, PATIENCE, answer::complete);
    Outcome outcome = answer.join();
    if (outcome.verdict() == Verdict.SUCCESS || outcome.verdict() == Verdict.WARNING) {
      answered.incrementAndGet();
    } else {
      synchronized (lost) {
        lost.add(new Lost(at, outcome.reason()));
      }
    }
  }

  /** Waits until requests are answered; says no as soon as one is lost. */
  boolean awaitAnswers(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (answered.get() < ENOUGH_ANSWERS && lost().isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return answered.get() >= ENOUGH_ANSWERS && lost().isEmpty();
  }

  /** Lets them send no more. */
  void stop() {
    stopped = true;
  }

  long sent() {
    return sent.get();
  }

  List<Lost> lost() {
    synchronized (lost) {
      return List.copyOf(lost);
    }
  }

  /** Waits until the last request is answered or given up, then ends. */
  @Override
  public void close() {
    try {
      for (Thread thread : threads) {
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    attempts.close();
  }
}
