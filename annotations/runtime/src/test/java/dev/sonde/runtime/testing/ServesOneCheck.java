package dev.sonde.runtime.testing;

import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.time.Duration;
import java.util.List;

/** The smallest application. */
public final class ServesOneCheck {

  private ServesOneCheck() {}

  public static void main(String[] args) throws Exception {
    HealthServer server =
        HealthServer.start(
            HealthEndpoints.builder("smallest", 8081)
                .liveness(
                    "/livez", Duration.ofSeconds(30), List.of(Check.bool("alive", () -> true)))
                .build(),
            0);
    System.out.println("port " + server.port());
    Thread.currentThread().join();
  }
}
