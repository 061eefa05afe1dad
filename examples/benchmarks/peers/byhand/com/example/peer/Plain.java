package com.example.peer;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** A server of Sonde's with as many checks, which knows nothing of the framework. */
final class Plain {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private Plain() {}

  static void serve() throws IOException {
    HealthEndpoints endpoints =
        HealthEndpoints.builder("peer", Integer.getInteger("peer.probes"))
            .liveness("/livez", TIMEOUT, List.of())
            .readiness(
                "/readyz",
                TIMEOUT,
                List.of(
                    Check.bool("one", () -> true),
                    Check.bool("two", () -> true),
                    Check.bool("three", () -> true)))
            .build();
    HealthServer.builder(endpoints).address(InetAddress.getLoopbackAddress()).start();
  }
}
