package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Heartbeat;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

@Container(name = "app")
@Startup(failureThreshold = 30) //! probe-without-checks
@Readiness //! probe-without-checks
@Liveness(heartbeat = @Heartbeat(file = "/tmp/live")) //! probe-without-checks
final class App {}
