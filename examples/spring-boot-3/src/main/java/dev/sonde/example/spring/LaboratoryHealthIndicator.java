package dev.sonde.example.spring;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** An indicator as applications have it, of a laboratory that answers, or does not. */
@Component
class LaboratoryHealthIndicator implements HealthIndicator {

  private volatile CountDownLatch answers = new CountDownLatch(0);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean open = true;

  @Override
  public Health health() {
    awaitAnswer();
    return open ? Health.up().withDetail("samples", 3).build() : Health.down().build();
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
