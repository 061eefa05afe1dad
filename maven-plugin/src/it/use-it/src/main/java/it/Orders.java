package it;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;

@Container(name = "orders", port = 8081)
class Orders {

  @Readiness
  boolean open() {
    return true;
  }
}
