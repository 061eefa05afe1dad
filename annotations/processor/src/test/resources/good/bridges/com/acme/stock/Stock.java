package com.acme.stock;

import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.health.Health;

/** Visible in its package only. */
class Stock<T> {

  @Readiness
  @Liveness
  boolean consistent() {
    return true;
  }

  @Readiness
  public void readable() throws Exception {}

  @Readiness
  static Health known() {
    return Health.up();
  }
}
