package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.RealAttempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** A few users who send requests one after the other, as long as a Service sends them here. */
final class TestUsers implements AutoCloseable {

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
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final RealAttempt request;
  private final BooleanSupplier routed;
  private final LongSupplier clock;
  private final AttemptThreads attempts = new AttemptThreads();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong lastSent = new AtomicLong(Long.MIN_VALUE);
  private final AtomicLong answered = new AtomicLong();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  TestUsers(RealAttempt request, BooleanSupplier routed, LongSupplier clock) {
    this.request = request;
    this.routed = routed;
    this.clock = clock;
  }

  void start() {
    for (int user = 1; user <= USERS; user++) {
      start(this::ask);
    }
  }

  private void start(Runnable user) {
    Thread thread = new Thread(user, "sonde-user");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Lets one more user ask once at a moment of the clock, if requests still come here then. */
  void askOnceMoreAt(long moment, UnaryOperator<Duration> onTheWall) {
    start(
        () -> {
          Duration left = Duration.ofNanos(Math.max(0, moment - clock.getAsLong()));
          if (slept(onTheWall.apply(left)) && routed.getAsBoolean()) {
            askOnce();
          }
        });
  }

  private void ask() {
    boolean goesOn = true;
    while (goesOn && !stopped && routed.getAsBoolean()) {
      askOnce();
      goesOn = slept(PAUSE);
    }
  }

  private static boolean slept(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void askOnce() {
    long at = clock.getAsLong();
    sent.incrementAndGet();
    lastSent.accumulateAndGet(at, Math::max);
    AttemptOutcome outcome = attempts.make(request, PATIENCE).join();
    if (outcome.verdict() == AttemptVerdict.SUCCESS
        || outcome.verdict() == AttemptVerdict.WARNING) {
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
      if (!slept(PAUSE)) {
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

  /** {@return when the last request was sent; long ago if none was} */
  long lastSent() {
    return lastSent.get();
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
        thread.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    attempts.close();
  }
}
