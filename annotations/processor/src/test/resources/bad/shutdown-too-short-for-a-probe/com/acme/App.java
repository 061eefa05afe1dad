package com.acme;

import dev.sonde.annotation.*;

@Container(name = "app", shutdown = @Shutdown)
@Liveness(withoutChecks = true,
    terminationGracePeriodSeconds = 4) //! pre-stop-beyond-grace
@Startup(withoutChecks = true,
    terminationGracePeriodSeconds = 60) //! grace-beyond-pod
final class App {
}
