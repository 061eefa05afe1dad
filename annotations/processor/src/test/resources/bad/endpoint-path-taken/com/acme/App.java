package com.acme;

import dev.sonde.annotation.*;

@Readiness(httpGet = @HttpGet(path = "/health")) //! endpoint-path-taken
@Liveness(httpGet = @HttpGet(path = "health?live"))
@Startup(httpGet = @HttpGet(path = "/health", port = 8080))
final class App {}
