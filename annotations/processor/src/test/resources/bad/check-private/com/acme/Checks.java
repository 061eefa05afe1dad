package com.acme;

import dev.sonde.annotation.*;

final class Checks {
  @Readiness //! check-private
  private boolean hidden() {
    return true;
  }

  @Liveness //! check-private
  private static boolean hiddenToo() {
    return true;
  }
}
