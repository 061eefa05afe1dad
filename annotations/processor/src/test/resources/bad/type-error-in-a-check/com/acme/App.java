package com.acme;

import dev.sonde.annotation.*;

@Readiness
final class App extends Missing { //! javac
  private final AppHealth health = null;

  @Readiness
  Helth fine() { //! javac
    return null;
  }

  @Liveness(periodSeconds = MISSING) //! javac
  boolean alive() {
    return true;
  }

  @Startup
  void started() throws MissingException {} //! javac

  interface Store {
    @Startup
    boolean open();
  }
}
