package com.acme;

import dev.sonde.annotation.*;

@Liveness(
    heartbeat =
        @Heartbeat(
            file = "live", //! heartbeat
            everySeconds = 0)) //! heartbeat
@Readiness(
    exec = @Exec("true"),
    heartbeat = @Heartbeat(file = "/tmp/ready")) //! heartbeat
final class App {
}
