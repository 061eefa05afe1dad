package com.acme;

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
 *   <li>readiness is asked every 10 s, and waits 1 s for an answer. It fails after 3 failures in a row.
 *       It asks nothing: it succeeds as long as the process answers.
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
  public ShopHealth() {
    this.endpoints = HealthEndpoints.builder("shop", PORT)
        .readiness("/readyz", Duration.ofSeconds(1), List.of() /* asks nothing */)
        .shutdown(Duration.ofSeconds(3), Duration.ofSeconds(10))
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

  /**
   * Serves the endpoints as {@link #start()} does, and stops the application when the JVM is
   * told to end: readiness is down at once, the application is closed after 3 s, and it has 10 s for
   * that.
   *
   * @param application what is closed; it returns when all is stopped
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public HealthServer start(AutoCloseable application) throws IOException {
    return HealthServer.builder(endpoints).stopping(application).start();
  }
}
