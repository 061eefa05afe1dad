package com.acme;

import dev.sonde.annotation.*;

@Startup(
    grpc = @Grpc(
        port = 65536)) //! port-range
@Liveness(
    tcpSocket = @TcpSocket) //! port-range
@Readiness(
    httpGet = @HttpGet(
        portName = "8080")) //! port-name
final class App {
}
