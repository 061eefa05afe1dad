package dev.sonde.runtime.testing;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes on serving for three seconds after SIGTERM. One startup check is slow the second time. */
public final class StopsGracefully {

  private StopsGracefully() {}

  public static void main(String[] args) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Check slow =
        Check.throwing(
            "slow",
            () -> {
              if (asked.incrementAndGet() == 2) {
                System.out.println("slow check begins");
                Thread.sleep(1500);
              }
            });
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .startup("/startedz", Duration.ofSeconds(30), List.of(slow))
            .liveness("/livez", Duration.ofSeconds(30), List.of())
            .readiness("/readyz", Duration.ofSeconds(30), List.of())
            .build();
    HealthServer server =
        HealthServer.builder(endpoints)
            .port(0)
            .drain(Duration.ofSeconds(3), () -> System.out.println("application stopped"))
            .start();
    System.out.println("port " + server.port());
    Thread.currentThread().join();
  }
}
