package dev.sonde.example.spring;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Shutdown;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.Workload;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An ordinary application of Spring Boot; the annotations of Sonde are all that it needs. */
@SpringBootApplication
@Container(
    name = "clinic",
    port = 8090,
    portName = "health",
    workload = @Workload(kind = "Deployment", name = "clinic"),
    shutdown = @Shutdown(preStopSeconds = 0, drainSeconds = 2, stopSeconds = 20))
@Startup(periodSeconds = 1, failureThreshold = 60)
@Liveness(periodSeconds = 10, withoutChecks = true)
@Readiness(periodSeconds = 1, failureThreshold = 1)
public class ClinicApplication {

  /**
   * Serves until it is told to end.
   *
   * @param arguments Spring's
   */
  public static void main(String[] arguments) {
    SpringApplication.run(ClinicApplication.class, arguments);
  }
}
