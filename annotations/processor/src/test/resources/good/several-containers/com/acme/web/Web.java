package com.acme.web;

import dev.sonde.annotation.Readiness;

/** In a package below that of two containers, one of them within the other. */
public final class Web {

  @Readiness(container = "api")
  public boolean listening() {
    return true;
  }
}
