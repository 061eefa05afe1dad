package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a process of its own, probed as the kubelet does, and told to end. */
@Timeout(600)
class ShutdownTest {

  private static final Duration PERIOD = Duration.ofMillis(100);

  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);

  /**
   * Traffic goes on, each request on a connection of its own, until readiness has failed and as
   * long again as endpoints may take to follow; all of it is answered.
   */
  @Test
  void losesNoRequestWhenItIsToldToEnd(@TempDir Path folder) throws Exception {
    long begun = System.nanoTime();
    try (ClinicProcess clinic =
        ClinicProcess.start(
            folder.resolve("log"), List.of(), ClinicProcess.CLASS_PATH, "sonde.drain=3s")) {
      awaitProbe(clinic, 200, Duration.ofMinutes(5));
      Duration ready = Duration.ofNanos(System.nanoTime() - begun);
      Thread traffic = new Thread(() -> send(clinic));
      traffic.start();
      while (answered.get() < 20) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      clinic.process().destroy();
      awaitProbe(clinic, 503, Duration.ofSeconds(10));
      int before = answered.get();
      TimeUnit.SECONDS.sleep(1);
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);
      sending.set(false);
      traffic.join();
      assertThat(answered.get()).isGreaterThan(before);
      assertThat(lost).hasValue(0);
      assertThat(clinic.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(clinic.process().exitValue()).isEqualTo(143);
      System.out.printf(
          "Step 2: green after %d ms, %d requests answered, %d lost.%n",
          ready.toMillis(), answered.get(), lost.get());
    } finally {
      sending.set(false);
    }
  }

  private void send(ClinicProcess clinic) {
    while (sending.get()) {
      try {
        (clinic.main("/visits").status() == 200 ? answered : lost).incrementAndGet();
      } catch (IOException refused) {
        lost.incrementAndGet();
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private static void awaitProbe(ClinicProcess clinic, int status, Duration atMost)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (clinic.probe("/readyz").status() != status) {
      assertThat(System.nanoTime()).as("readiness is " + status + " in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(PERIOD.toMillis());
    }
  }
}
