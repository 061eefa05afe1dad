package com.acme.a;

import dev.sonde.annotation.Readiness;

public class Alpha {

  @Readiness
  public boolean ready() {
    return true;
  }
}
