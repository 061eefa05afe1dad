package com.acme;

import dev.sonde.annotation.*;

@Readiness(
    timeoutSeconds = 3,
    periodSeconds = 5)
@Liveness(tcpSocket = @TcpSocket(port = 8080))
@Startup(httpGet = @HttpGet(path = "/a", port = 8080))
final class App {
  @Readiness(
      periodSeconds = 5,
      timeoutSeconds = 2) //! parameter-conflict
  boolean fine() {
    return true;
  }
}
