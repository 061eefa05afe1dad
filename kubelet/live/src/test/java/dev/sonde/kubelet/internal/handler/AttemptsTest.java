package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttemptsTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Outcome CLOSED = Outcome.error("the prober was closed before");

  /** Nothing wakes this one, as a look-up of a name that takes for ever. */
  private static Outcome deaf(CountDownLatch began) {
    began.countDown();
    while (true) {
      Thread.onSpinWait();
      if (Thread.interrupted()) {
        return sleepOn();
      }
    }
  }

  private static Outcome sleepOn() {
    try {
      Thread.sleep(LONG.toMillis());
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
    return Outcome.SUCCESS;
  }

  @Test
  void whatIsUnderWayComesToAnErrorWhenItIsClosed() throws InterruptedException {
    Attempts attempts = new Attempts();
    CountDownLatch began = new CountDownLatch(1);
    CompletableFuture<Outcome> outcome = attempts.make(deadline -> deaf(began), LONG);
    began.await();
    attempts.close();
    assertThat(outcome.join()).isEqualTo(CLOSED);
  }

  @Test
  void whatBeginsLaterComesToAnErrorToo() {
    Attempts attempts = new Attempts();
    attempts.close();
    assertThat(attempts.make(deadline -> Outcome.SUCCESS, LONG).join()).isEqualTo(CLOSED);
  }

  @Test
  void aDefectComesToAnError() {
    try (Attempts attempts = new Attempts()) {
      Attempt defective =
          deadline -> {
            throw new IllegalStateException("broken");
          };
      assertThat(attempts.make(defective, LONG).join())
          .isEqualTo(
              Outcome.error("defect in the prober: java.lang.IllegalStateException: broken"));
    }
  }

  @Test
  void whatCannotBeWokenIsGivenUpAfterItsTime() throws InterruptedException {
    try (Attempts attempts = new Attempts()) {
      CountDownLatch began = new CountDownLatch(1);
      Duration told = Duration.ofSeconds(3);
      assertThat(attempts.make(deadline -> deaf(began), Duration.ofMillis(50), told).join())
          .isEqualTo(Outcome.failure("no answer within 3s"));
    }
  }
}
