package com.acme;

import dev.sonde.annotation.*;


@Readiness
@External //! mark-without-check
final class App {
  @CheckPolicy(required = false) //! mark-without-check
  boolean fine() {
    return true;
  }
}
