package com.acme;

import dev.sonde.annotation.*;

@Startup(
    tcpSocket = @TcpSocket(port = 8080), //! one-handler
    httpGet = @HttpGet(port = 8080))
@Liveness(
    exec = @Exec({})) //! exec-command
@Readiness(
    httpGet = @HttpGet(
        port = 8080,
        scheme = "https", //! http-scheme
        protocol = "h2c", //! http-protocol
        httpHeaders = {
          @HttpHeader(name = "X-Fine", value = ""),
          @HttpHeader(
              value = "",
              name = "X Bad") //! http-header-name
        }))
final class App {
}
