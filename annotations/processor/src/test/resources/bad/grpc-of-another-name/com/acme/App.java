package com.acme;

import dev.sonde.annotation.*;

@Readiness(grpc = @Grpc(port = 9090, service = "com.acme.App")) //! checks-unasked
@Liveness(grpc = @Grpc(port = 9090)) //! checks-unasked
final class App {
  @Readiness
  @Liveness
  boolean fine() {
    return true;
  }
}
