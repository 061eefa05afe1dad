package com.acme;

import dev.sonde.annotation.*;

@Readiness(tcpSocket = @TcpSocket(port = 8080)) //! checks-unasked
@Liveness(httpGet = @HttpGet(port = 8080)) //! checks-unasked
@Startup(exec = @Exec("true"))
final class App {
  @Readiness
  @Liveness
  boolean fine() {
    return true;
  }
}
