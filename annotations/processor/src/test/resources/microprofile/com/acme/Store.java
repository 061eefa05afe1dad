package com.acme;

import dev.sonde.annotation.Readiness;

final class Store {

  @Readiness
  boolean open() {
    return true;
  }
}
