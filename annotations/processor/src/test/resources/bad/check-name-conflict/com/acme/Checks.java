package com.acme;

import dev.sonde.annotation.*;

final class Checks {
  @Liveness(name = "alive")
  @Readiness(name = "ready") //! check-name-conflict
  boolean fine() {
    return true;
  }
}
