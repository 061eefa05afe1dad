package com.example.peer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Three trivial readiness checks, of which one can be told to block for ever. */
@ApplicationScoped
public class Checks {

  @Produces
  @Readiness
  HealthCheck one() {
    return () -> HealthCheckResponse.up("one");
  }

  @Produces
  @Readiness
  HealthCheck two() {
    return () -> HealthCheckResponse.up("two");
  }

  @Produces
  @Readiness
  HealthCheck three() {
    return () -> {
      while (Boolean.getBoolean("peer.blocks")) {
        LockSupport.park();
      }
      return HealthCheckResponse.up("three");
    };
  }
}
