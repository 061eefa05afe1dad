package com.acme;

import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;

@Liveness(withoutChecks = true) //! checks-unasked
@Readiness(withoutChecks = false)
final class App {
  @Liveness
  boolean turns() {
    return true;
  }

  @Readiness(withoutChecks = true) //! checks-unasked
  boolean open() {
    return true;
  }
}
