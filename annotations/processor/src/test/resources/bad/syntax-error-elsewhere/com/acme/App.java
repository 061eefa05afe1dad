package com.acme;

import dev.sonde.annotation.*;

@Readiness(periodSeconds = -1)
final class App {
  boolean fine( { //! javac
    return true;
  }
}
