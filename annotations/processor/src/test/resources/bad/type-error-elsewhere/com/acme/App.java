package com.acme;

import dev.sonde.annotation.*;

@Readiness
final class App {
  private final AppHealth health = null;
  private final Strin unknown = null; //! javac

  @Readiness
  boolean fine() {
    int wrong = "text";
    return true;
  }
}
