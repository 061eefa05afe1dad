package com.acme;

import dev.sonde.annotation.*;

@Container(
    port = 0, //! port-range
    portName = "Health_Port") //! port-name
@Startup
@Liveness
@Readiness
final class App {
}
