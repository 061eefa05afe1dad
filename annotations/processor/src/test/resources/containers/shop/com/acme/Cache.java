package com.acme;

import dev.sonde.annotation.Readiness;

public class Cache {

  @Readiness
  public boolean warm() {
    return false;
  }
}
