package com.acme;

import dev.sonde.annotation.*;

@Readiness(httpGet = @HttpGet(
    port = 8080,
    portName = "http")) //! port-twice
@Liveness(tcpSocket = @TcpSocket(portName = "http", port = 8080)) //! port-twice
final class App {}
