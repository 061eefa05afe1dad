package com.acme.stock;

import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;

class Shelf {

  /** Public within what is not. */
  @Readiness
  public static class Board implements HealthCheck {
    @Override
    public Health check() {
      return Health.up();
    }
  }
}
