package com.acme;

import dev.sonde.annotation.*;

@Container(name = "app", shutdown = @Shutdown)
@Liveness(
    terminationGracePeriodSeconds = 4) //! pre-stop-beyond-grace
@Startup(
    terminationGracePeriodSeconds = 60) //! grace-beyond-pod
final class App {
}
