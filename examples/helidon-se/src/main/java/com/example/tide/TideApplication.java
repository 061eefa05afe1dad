package com.example.tide;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import dev.sonde.runtime.HealthServer;
import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;

/**
 * An ordinary application of Helidon SE; Helidon finds its health check by itself. Sonde's
 * readiness asks the same check, and Sonde stops the server.
 */
@Container(
    name = "tide",
    portName = "health",
    workload = @Workload(kind = "Deployment", name = "tide"),
    shutdown = @Shutdown(preStopSeconds = 0, stopSeconds = 10))
@Startup(periodSeconds = 1, failureThreshold = 60, withoutChecks = true)
@Liveness(withoutChecks = true)
@Readiness(periodSeconds = 1, failureThreshold = 1)
public final class TideApplication {

  private TideApplication() {}

  /**
   * Serves until it is told to end.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    WebServer server = start(Config.create());
    HealthServer.builder(new TideApplicationHealth(new GaugeCheck()).endpoints())
        .port(Integer.getInteger("tide.healthPort", TideApplicationHealth.PORT))
        .stopping(server::stop)
        .start();
  }

  static WebServer start(Config config) {
    return WebServer.builder()
        .config(config.get("server"))
        .routing(TideApplication::route)
        .build()
        .start();
  }

  private static void route(HttpRouting.Builder routing) {
    routing.get("/tide", (request, response) -> response.send("rising"));
  }
}
