package com.example.stock;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Workload;
import dev.sonde.microprofile.MicroProfileHealth;
import dev.sonde.runtime.HealthServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;

/** Serves the probes on a port of their own, from when Quarkus serves everything else. */
@Container(
    name = "stock",
    workload = @Workload(kind = "Deployment", name = "stock"),
    port = 8090,
    shutdown = @Shutdown(preStopSeconds = 0, drainSeconds = 4, stopSeconds = 15))
@Liveness(withoutChecks = true)
@Readiness(periodSeconds = 1, failureThreshold = 2)
@ApplicationScoped
public class StockApplication {

  void start(@ObservesAsync HttpServerStart open, MicroProfileHealth health) throws IOException {
    HealthServer.builder(health.endpoints().orElseThrow())
        .port(Integer.getInteger("stock.probes", 8090))
        .start();
  }
}
