package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttemptThreadsTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final AttemptOutcome CLOSED = AttemptOutcome.error("the prober was closed before");

  /** Nothing wakes this one, as a look-up of a name that takes for ever. */
  private static AttemptOutcome deaf(CountDownLatch began) {
    began.countDown();
    while (true) {
      Thread.onSpinWait();
      if (Thread.interrupted()) {
        return sleepOn();
      }
    }
  }

  private static AttemptOutcome sleepOn() {
    try {
      Thread.sleep(LONG.toMillis());
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
    return AttemptOutcome.SUCCESS;
  }

  @Test
  void whatIsUnderWayComesToAnErrorWhenItIsClosed() throws InterruptedException {
    AttemptThreads attempts = new AttemptThreads();
    CountDownLatch began = new CountDownLatch(1);
    CompletableFuture<AttemptOutcome> outcome = attempts.make(deadline -> deaf(began), LONG);
    began.await();
    attempts.close();
    assertThat(outcome.join()).isEqualTo(CLOSED);
  }

  @Test
  void whatBeginsLaterComesToAnErrorToo() {
    AttemptThreads attempts = new AttemptThreads();
    attempts.close();
    assertThat(attempts.make(deadline -> AttemptOutcome.SUCCESS, LONG).join()).isEqualTo(CLOSED);
  }

  @Test
  void aDefectComesToAnError() {
    try (AttemptThreads attempts = new AttemptThreads()) {
      RealAttempt defective =
          deadline -> {
            throw new IllegalStateException("broken");
          };
      assertThat(attempts.make(defective, LONG).join())
          .isEqualTo(
              AttemptOutcome.error(
                  "defect in the prober: java.lang.IllegalStateException: broken"));
    }
  }

  @Test
  void whatCannotBeWokenIsGivenUpAfterItsTime() throws InterruptedException {
    try (AttemptThreads attempts = new AttemptThreads()) {
      CountDownLatch began = new CountDownLatch(1);
      Duration told = Duration.ofSeconds(3);
      assertThat(attempts.make(deadline -> deaf(began), Duration.ofMillis(50), told).join())
          .isEqualTo(AttemptOutcome.failure("no answer within 3s"));
    }
  }
}
