package com.acme;

import dev.sonde.annotation.Readiness;

/** Included by two containers. */
public class Shared {

  @Readiness
  public boolean usable() {
    return true;
  }
}
