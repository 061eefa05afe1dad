package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.External;

// Readiness is not imported: whatever seems to be missing may be there.
@Container(name = "app", include = Plain.class)
final class App {
  @External
  @Readiness //! javac
  boolean open() {
    return true;
  }
}

final class Plain {
  @Readiness //! javac
  boolean open() {
    return true;
  }
}
