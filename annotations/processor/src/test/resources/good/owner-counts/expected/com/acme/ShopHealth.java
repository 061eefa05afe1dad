package com.acme;

import com.acme.store.Store;
import com.acme.store.StoreHealthBridge;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The health endpoints that the probes ask. Thread-safe.
 *
 * <ul>
 *   <li>startup is asked every 10 s, and waits 1 s for an answer. It fails after 30 failures in a row.
 *   <li>liveness is asked every 10 s, and waits 1 s for an answer. It fails after 3 failures in a row.
 *   <li>readiness is asked every 10 s, and waits 1 s for an answer. It fails after 3 failures in a row.
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
  public ShopHealth(Shop shop, Optional<Shop.Cache> cache, Map<String, Shop.Pool<?>> poolByName,
      Optional<Shop.Queue> queue, Map<String, Store> storeByName) {
    List<Check> queueChecks = Check.each(queue, "queue",
            (checkName, each) -> Check.health(checkName, each));
    List<Check> storeOpenChecks = Check.each(storeByName, "store-open",
            (checkName, each) -> Check.bool(checkName, each::open));
    this.endpoints = HealthEndpoints.builder("shop", PORT)
        .startup("/startedz", Duration.ofSeconds(1), Check.all(
            queueChecks))
        .liveness("/livez", Duration.ofSeconds(1), Check.all(
            Check.each(poolByName, "pool-turns",
                (checkName, each) -> Check.bool(checkName, each::turns)),
            storeOpenChecks))
        .readiness("/readyz", Duration.ofSeconds(1), Check.all(
            List.of(
                Check.bool("shop-open", shop::open)),
            Check.each(cache, "cache-warm",
                (checkName, each) -> Check.bool(checkName, each::warm).optional()),
            queueChecks,
            Check.each(storeByName, "store-hidden",
                (checkName, each) -> Check.bool(checkName, new StoreHealthBridge(each)::hidden)),
            storeOpenChecks))
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
