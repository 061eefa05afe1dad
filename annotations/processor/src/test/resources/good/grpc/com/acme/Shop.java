package com.acme;

import dev.sonde.annotation.*;

@Container(name = "shop", shutdown = @Shutdown(preStopSeconds = 0))
@Startup(grpc = @Grpc(port = 9090, service = "startup"), withoutChecks = true, failureThreshold = 60)
@Liveness(grpc = @Grpc(port = 9090, service = "liveness"))
@Readiness(grpc = @Grpc(port = 9090), failureThreshold = 2)
public final class Shop {

  @Liveness
  @Readiness
  boolean works() {
    return true;
  }
}
