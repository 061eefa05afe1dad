package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "orders")
final class App {
  @Readiness(container = "order") //! container-unknown
  boolean fine() {
    return true;
  }
}
