package com.acme;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The health endpoints that the probes ask. Thread-safe.
 *
 * <ul>
 *   <li>startup is asked from 5 s after the start on, every 2 s, and waits 1 s for an answer. It fails after 44 failures in a row.
 *       It asks nothing: it succeeds as long as the process answers.
 *   <li>liveness is asked every 10 s, and waits 1 s for an answer. It fails after 1 failure.
 *   <li>readiness is asked every 10 s, and waits 2 s for an answer. It fails after 1 failure.
 * </ul>
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class ShopHealth implements ContainerHealth {
  /**
   * The port that the probes ask.
   */
  public static final int PORT = 8274;

  private final HealthEndpoints endpoints;

  /**
   * Prepares the endpoints; nothing is asked before a request comes.
   */
  public ShopHealth(Shop shop, Shop.Database database, Shop.MemoryQueue memoryQueue) {
    this.endpoints = HealthEndpoints.builder("shop", PORT)
        .startup("/startedz", Duration.ofSeconds(1), List.of() /* asks nothing */)
        .liveness("/livez", Duration.ofSeconds(1), List.of(
            Check.bool("database-embedded", database::embedded),
            Check.bool("shop-patient", shop::patient)))
        .readiness("/readyz", Duration.ofSeconds(2), List.of(
            Check.bool("database-reachable", database::reachable).every(Duration.ofMillis(10000L)),
            Check.health("memory-queue", memoryQueue).downAfter(2),
            Check.bool("shop-recommendations", shop::recommendations).optional().deadline(Duration.ofMillis(1500L)).cachedFor(Duration.ofMillis(60000L)).downAfter(3)))
        .build();
  }

  /**
   * {@return the endpoints without a server, for a server of your own}
   */
  @Override
  public HealthEndpoints endpoints() {
    return endpoints;
  }

  /**
   * Serves the endpoints on {@link #PORT} of all addresses, until the server is closed.
   *
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public HealthServer start() throws IOException {
    return HealthServer.start(endpoints);
  }
}
