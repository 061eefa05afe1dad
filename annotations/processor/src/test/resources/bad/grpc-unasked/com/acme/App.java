package com.acme;

import dev.sonde.annotation.*;

@Readiness(grpc = @Grpc(port = 9090)) //! checks-unasked
final class App {
  @Readiness
  boolean fine() {
    return true;
  }
}
