package com.acme;

import dev.sonde.annotation.*;

@Container(name = "orders", endpoints = false)
@Startup(periodSeconds = 2) //! handler-missing
@Liveness(
    httpGet = @HttpGet(path = "/livez")) //! port-range
@Readiness(
    httpGet = @HttpGet(path = "/readyz", port = 8081)) //! checks-unasked
final class App {
  @Readiness
  boolean reachable() {
    return true;
  }
}
