package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.health.*;

abstract class Checks {
  @Readiness //! check-abstract
  abstract boolean unimplemented();

  @Liveness
  boolean implemented() {
    return true;
  }

  interface Sink {
    @Readiness //! check-abstract
    boolean writable();
  }

  @Readiness //! check-abstract
  interface Ring extends HealthCheck {}
}
