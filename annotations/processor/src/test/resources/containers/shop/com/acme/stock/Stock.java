package com.acme.stock;

import dev.sonde.annotation.Readiness;

class Stock {

  @Readiness
  boolean counted() {
    return true;
  }
}
