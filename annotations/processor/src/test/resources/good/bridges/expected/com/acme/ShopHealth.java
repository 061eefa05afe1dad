package com.acme;

import com.acme.stock.LabelsHealthBridge;
import com.acme.stock.Shelf_BoardHealthBridge;
import com.acme.stock.StockHealthBridge;
import com.acme.stock.Stocks;
import com.acme.stock.StocksHealthBridge;
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
 *   <li>startup is asked every 10 s, and waits 1 s for an answer. It fails after 30 failures in a row.
 *       It asks nothing: it succeeds as long as the process answers.
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
  public ShopHealth(Shelf_BoardHealthBridge shelfBoardHealthBridge,
      StockHealthBridge stockHealthBridge, Stocks stocks) {
    Check stockConsistentCheck = Check.bool("stock-consistent", stockHealthBridge::consistent);
    this.endpoints = HealthEndpoints.builder("container", PORT)
        .startup("/startedz", Duration.ofSeconds(1), List.of() /* asks nothing */)
        .liveness("/livez", Duration.ofSeconds(1), List.of(
            stockConsistentCheck))
        .readiness("/readyz", Duration.ofSeconds(1), List.of(
            Check.health("board", shelfBoardHealthBridge::check),
            Check.bool("labels-printed", LabelsHealthBridge::printed),
            stockConsistentCheck,
            Check.health("stock-known", StockHealthBridge::known),
            Check.throwing("stock-readable", stockHealthBridge::readable),
            Check.asyncBool("stocks-counted", new StocksHealthBridge(stocks)::counted)))
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
