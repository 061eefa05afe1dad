package com.acme.shop.stock;

import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;

public class Stock {

  @Readiness(name = "stock", timeoutSeconds = 3)
  @Liveness
  public boolean consistent() {
    return true;
  }
}
