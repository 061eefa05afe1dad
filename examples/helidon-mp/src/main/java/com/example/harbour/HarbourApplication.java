package com.example.harbour;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import dev.sonde.microprofile.MicroProfileHealth;
import dev.sonde.runtime.HealthServer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;

/** Serves the probes on a port of their own, from when Helidon serves everything else. */
@Container(
    name = "harbour",
    portName = "health",
    workload = @Workload(kind = "Deployment", name = "harbour"),
    shutdown = @Shutdown(preStopSeconds = 5, stopSeconds = 10))
@Startup(periodSeconds = 1, failureThreshold = 60, withoutChecks = true)
@Liveness(withoutChecks = true)
@Readiness(periodSeconds = 1, failureThreshold = 1)
@ApplicationScoped
public class HarbourApplication {

  void start(
      @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER)
          jakarta.enterprise.event.Startup event,
      MicroProfileHealth health)
      throws IOException {
    HealthServer.builder(health.endpoints().orElseThrow())
        .port(Integer.getInteger("harbour.healthPort", HarbourApplicationHealth.PORT))
        .start();
  }
}
