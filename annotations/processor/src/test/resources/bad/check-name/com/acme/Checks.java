package com.acme;

import dev.sonde.annotation.*;

final class Checks {
  @Readiness(name = "  ") //! check-name
  boolean blank() {
    return true;
  }

  @Readiness(name = "two\nlines") //! check-name
  boolean lines() {
    return true;
  }
}
