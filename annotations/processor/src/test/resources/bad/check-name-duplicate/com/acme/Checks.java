package com.acme;

import dev.sonde.annotation.*;

final class Checks {
  @Readiness(name = "same")
  boolean one() {
    return true;
  }

  @Readiness(name = "same") //! check-name-duplicate
  boolean two() {
    return true;
  }

  @Liveness(name = "same")
  boolean anotherProbe() {
    return true;
  }
}
