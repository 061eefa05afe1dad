package com.example.harbour;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A check as it was before Sonde came; its client has no time-out. */
@Readiness
@ApplicationScoped
public class PilotCheck implements HealthCheck {

  private static final Path ASLEEP = Path.of(System.getProperty("harbour.asleep", "/asleep"));

  @Override
  public HealthCheckResponse call() {
    while (Files.exists(ASLEEP)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException deaf) {
        // Such a client does not hear it.
      }
    }
    return HealthCheckResponse.named("pilot").up().build();
  }
}
