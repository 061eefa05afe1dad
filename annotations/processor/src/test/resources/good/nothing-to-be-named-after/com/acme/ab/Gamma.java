package com.acme.ab;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;

@Readiness
public class Gamma implements HealthCheck {

  @Override
  public Health check() {
    return Health.up();
  }
}
