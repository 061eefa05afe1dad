package com.acme;

import dev.sonde.annotation.*;

@Container(name = "shop", port = 8090, several = Store.class)
public final class Shop {

  @Readiness
  boolean works() {
    return true;
  }

  @Startup
  void loads() {}
}
