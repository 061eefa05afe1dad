package com.example.weather;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Grpc;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import dev.sonde.grpc.GrpcHealthService;
import dev.sonde.runtime.GracefulStop;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** Serves forecasts, and answers the probes, on port 9090. */
@Container(
    name = "weather",
    workload = @Workload(kind = "Deployment", name = "weather"),
    shutdown = @Shutdown(preStopSeconds = 0, drainSeconds = 4, stopSeconds = 20))
@Startup(grpc = @Grpc(port = 9090, service = "startup"), periodSeconds = 1, failureThreshold = 60)
@Liveness(grpc = @Grpc(port = 9090, service = "liveness"), withoutChecks = true)
@Readiness(
    grpc = @Grpc(port = 9090, service = "readiness"),
    periodSeconds = 1,
    failureThreshold = 2)
public final class WeatherApplication {

  private WeatherApplication() {}

  /**
   * Runs until it is told to stop.
   *
   * @param args the folder with a file for each place that there is a forecast for
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ForecastService forecasts = new ForecastService(Path.of(args[0]));
    WeatherApplicationHealth health = new WeatherApplicationHealth(forecasts);
    GrpcHealthService probes = GrpcHealthService.of(health.endpoints());

    Server server =
        ServerBuilder.forPort(Integer.getInteger("weather.port", 9090))
            .addService(forecasts)
            .addService(probes)
            .build();

    GracefulStop.onExit(
        health.endpoints(),
        () -> {
          probes.close();
          server.shutdown().awaitTermination();
          System.out.println("stopped");
        });
    server.start();
    forecasts.load();
    server.awaitTermination();
  }
}
