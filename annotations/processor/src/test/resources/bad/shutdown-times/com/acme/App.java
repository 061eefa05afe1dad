package com.acme;

import dev.sonde.annotation.*;

@Container(
    name = "app",
    shutdown =
        @Shutdown(
            preStopSeconds = -1, //! shutdown-times
            drainSeconds = -5, //! shutdown-times
            stopSeconds = 0)) //! shutdown-times
@Liveness
final class App {
}
