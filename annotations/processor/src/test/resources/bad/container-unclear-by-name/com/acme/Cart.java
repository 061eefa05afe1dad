package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "server", workload = @Workload(kind = "Deployment", name = "cart"))
final class Cart {
  @Readiness(container = "server") //! container-unclear
  boolean fine() {
    return true;
  }
}
