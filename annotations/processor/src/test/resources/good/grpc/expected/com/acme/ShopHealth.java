package com.acme;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The health endpoints that the probes ask. Thread-safe.
 *
 * <ul>
 *   <li>startup is asked every 10 s, and waits 1 s for an answer. It fails after 60 failures in a row.
 *       It asks nothing: it succeeds as long as the process answers.
 *   <li>liveness is asked every 10 s, and waits 1 s for an answer. It fails after 3 failures in a row.
 *   <li>readiness is asked every 10 s, and waits 1 s for an answer. It fails after 2 failures in a row.
 * </ul>
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class ShopHealth implements ContainerHealth {
  private final HealthEndpoints endpoints;

  /**
   * Prepares the endpoints; nothing is asked before a request comes.
   */
  public ShopHealth(Shop shop) {
    Check shopWorksCheck = Check.bool("shop-works", shop::works);
    this.endpoints = HealthEndpoints.builder("shop")
        .startup("/startedz", Duration.ofSeconds(1), List.of() /* asks nothing */)
        .liveness("/livez", Duration.ofSeconds(1), List.of(
            shopWorksCheck))
        .readiness("/readyz", Duration.ofSeconds(1), List.of(
            shopWorksCheck))
        .shutdown(Duration.ofSeconds(0), Duration.ofSeconds(20))
        .build();
  }

  /**
   * {@return the endpoints without a server, for a server of your own}
   */
  @Override
  public HealthEndpoints endpoints() {
    return endpoints;
  }
}
