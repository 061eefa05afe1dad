package com.example.stock;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A check as it was before Sonde came; its client has no time-out. */
@Readiness
public class WarehouseCheck implements HealthCheck {

  private static final Path CLOSED = Path.of(System.getProperty("stock.closed", "/closed"));

  @Override
  public HealthCheckResponse call() {
    while (Files.exists(CLOSED)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException deaf) {
        // Such a client does not hear it.
      }
    }
    return HealthCheckResponse.named("warehouse").withData("doors", 2).up().build();
  }
}
