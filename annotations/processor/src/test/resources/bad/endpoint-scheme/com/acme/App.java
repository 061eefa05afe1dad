package com.acme;

import dev.sonde.annotation.*;

final class App {
  @Container(name = "plain", port = 8081)
  @Readiness(httpGet = @HttpGet(scheme = "HTTPS")) //! endpoint-scheme
  @Startup(failureThreshold = 30)
  @Liveness(httpGet = @HttpGet(scheme = "HTTPS", port = 8443))
  static final class Plain {}

  @Container(name = "coded", port = 8443, tls = true)
  @Readiness(httpGet = @HttpGet(scheme = "HTTP")) //! endpoint-scheme
  @Startup(failureThreshold = 30)
  @Liveness(httpGet = @HttpGet(scheme = "HTTPS"))
  static final class Coded {}
}
