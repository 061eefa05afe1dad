package com.acme;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import dev.sonde.runtime.Heartbeats;
import dev.sonde.runtime.HeartbeatsBuilder;
import dev.sonde.runtime.answer.EndpointKind;
import java.io.IOException;
import java.nio.file.Path;
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
 *       It asks nothing: it succeeds as long as the process answers.
 *   <li>readiness is asked every 10 s, and waits 1 s for an answer. It fails after 3 failures in a row.
 * </ul>
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class OddHealth implements ContainerHealth {
  /**
   * The port that the probes ask.
   */
  public static final int PORT = 8274;

  private final HealthEndpoints endpoints;

  /**
   * Prepares the endpoints; nothing is asked before a request comes.
   */
  public OddHealth() {
    this.endpoints = HealthEndpoints.builder("odd", PORT)
        .startup("/startedz", Duration.ofSeconds(1), List.of() /* asks nothing */)
        .liveness("/livez", Duration.ofSeconds(1), List.of() /* asks nothing */)
        .readiness("/readyz", Duration.ofSeconds(1), List.of(
            Check.bool("line\u2028separator", Odd::line),
            Check.bool("paragraph\u2029separator", Odd::paragraph),
            Check.bool("quote \" backslash \\ dollar $S $$ escape \\u0041 ü 😀", Odd::quote)))
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
   * {@return the files that the probes look at, still to be started}
   */
  public HeartbeatsBuilder heartbeats() {
    return Heartbeats.builder(endpoints)
        .file(EndpointKind.LIVENESS, Path.of("/tmp/li\u2028v\014e"), Duration.ofSeconds(3));
  }
}
