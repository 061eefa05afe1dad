package com.acme;

import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;

/** Stands behind all three: one check, asked by each of them. */
@Startup
@Liveness
@Readiness(name = "warm")
final class Warmup implements HealthCheck {

  @Override
  public Health check() {
    return Health.up();
  }
}
