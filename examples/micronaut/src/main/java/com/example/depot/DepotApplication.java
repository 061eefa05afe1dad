package com.example.depot;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import io.micronaut.runtime.Micronaut;

/** An ordinary application of Micronaut; the annotations of Sonde are all that it needs. */
@Container(
    name = "depot",
    port = 8090,
    portName = "health",
    workload = @Workload(kind = "Deployment", name = "depot"),
    shutdown = @Shutdown(preStopSeconds = 0, drainSeconds = 3, stopSeconds = 20))
@Startup(periodSeconds = 1, failureThreshold = 60)
@Liveness(periodSeconds = 10, withoutChecks = true)
@Readiness(periodSeconds = 1, failureThreshold = 1)
public final class DepotApplication {

  private DepotApplication() {}

  /**
   * Serves until it is told to end.
   *
   * @param arguments Micronaut's
   */
  public static void main(String[] arguments) {
    Micronaut.run(DepotApplication.class, arguments);
  }
}
