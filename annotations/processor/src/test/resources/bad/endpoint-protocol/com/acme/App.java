package com.acme;

import dev.sonde.annotation.*;

final class App {
  @Container(name = "served")
  @Readiness(httpGet = @HttpGet(protocol = HttpGet.HTTP2)) //! endpoint-protocol
  @Startup(failureThreshold = 30)
  @Liveness(httpGet = @HttpGet(protocol = "HTTP1"))
  static final class Served {}

  @Container(name = "own")
  @Readiness(httpGet = @HttpGet(port = 8080, protocol = "HTTP2"))
  @Startup(failureThreshold = 30)
  @Liveness(grpc = @Grpc(port = 9090, mode = Grpc.TLS))
  static final class Own {}
}
