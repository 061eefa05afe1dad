package dev.sonde.runtime.testing;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.time.Duration;
import java.util.List;

/** Declared with one second to drain and one to stop; takes the milliseconds of its argument. */
public final class StopsAsDeclared {

  private StopsAsDeclared() {}

  public static void main(String[] args) throws Exception {
    System.getLogger("an application that logs").log(System.Logger.Level.INFO, "hello");
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .liveness("/livez", Duration.ofSeconds(30), List.of())
            .readiness("/readyz", Duration.ofSeconds(30), List.of())
            .shutdown(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .build();
    HealthServer server =
        HealthServer.builder(endpoints)
            .port(0)
            .stopping(() -> stop(Integer.getInteger("stop.millis")))
            .start();
    System.out.println("port " + server.port());
    Thread.currentThread().join();
  }

  private static void stop(int millis) throws InterruptedException {
    System.out.println("stopping begins");
    if (millis < 0) {
      throw new IllegalStateException("cannot stop");
    }
    Thread.sleep(millis);
    System.out.println("application stopped");
  }
}
