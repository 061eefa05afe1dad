package com.example.tide;

import dev.sonde.annotation.Readiness;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/** Whether the gauge is read; Helidon's own kind of check. */
final class GaugeCheck implements HealthCheck {

  @Override
  public HealthCheckType type() {
    return HealthCheckType.LIVENESS;
  }

  @Override
  public String name() {
    return "gauge";
  }

  /** The same check, asked by Sonde with a deadline. */
  @Readiness
  boolean isRead() {
    return call().status() == HealthCheckResponse.Status.UP;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder().status(!Boolean.getBoolean("tide.stuck")).build();
  }
}
