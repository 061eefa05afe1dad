package dev.sonde.grpc;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An application whose checks a test holds in its hand. */
final class Shop {

  static final Duration TIMEOUT = Duration.ofSeconds(1);

  volatile boolean started = true;
  volatile boolean works = true;
  volatile Health queue = Health.up();
  final AtomicInteger asked = new AtomicInteger();
  final CountDownLatch hangs = new CountDownLatch(1);

  /** {@return its endpoints, each probe with what a test may change} */
  HealthEndpoints endpoints() {
    return HealthEndpoints.builder("shop", 8081)
        .startup("/startedz", TIMEOUT, List.of(Check.bool("loaded", () -> started)))
        .liveness("/livez", TIMEOUT, List.of(Check.bool("works", () -> works)))
        .readiness(
            "/readyz",
            TIMEOUT,
            List.of(
                Check.health("queue", this::queue),
                Check.bool("mail", () -> false).optional(),
                Check.bool("works", () -> true)))
        .build();
  }

  /** {@return endpoints whose readiness hangs until a test lets it go} */
  HealthEndpoints hanging() {
    return HealthEndpoints.builder("shop", 8081)
        .liveness("/livez", TIMEOUT, List.of())
        .readiness("/readyz", TIMEOUT, List.of(Check.throwing("stuck", this::hang)))
        .build();
  }

  private Health queue() {
    asked.incrementAndGet();
    return queue;
  }

  private void hang() {
    while (hangs.getCount() > 0) {
      try {
        hangs.await();
      } catch (InterruptedException deaf) {
        asked.incrementAndGet();
      }
    }
  }
}
