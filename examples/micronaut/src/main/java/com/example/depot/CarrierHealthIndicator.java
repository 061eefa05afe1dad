package com.example.depot;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An indicator as applications have it, of a carrier that answers, or does not. */
@Singleton
class CarrierHealthIndicator extends AbstractHealthIndicator<Map<String, Integer>> {

  private volatile CountDownLatch answers = new CountDownLatch(0);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean open = true;

  @Override
  protected String getName() {
    return "carrier";
  }

  @Override
  protected Map<String, Integer> getHealthInformation() {
    awaitAnswer();
    healthStatus = open ? HealthStatus.UP : HealthStatus.DOWN;
    return Map.of("lorries", 3);
  }

  void hang() {
    answers = new CountDownLatch(1);
  }

  void answer() {
    answers.countDown();
  }

  /** How many wait for an answer. */
  int waiting() {
    return waiting.get();
  }

  void open(boolean isOpen) {
    open = isOpen;
  }

  /** As a client without a time-out, which no interrupt disturbs. */
  private void awaitAnswer() {
    waiting.incrementAndGet();
    boolean answered = false;
    while (!answered) {
      try {
        answers.await();
        answered = true;
      } catch (InterruptedException ignored) {
        // Some clients go on waiting.
      }
    }
    waiting.decrementAndGet();
  }
}
