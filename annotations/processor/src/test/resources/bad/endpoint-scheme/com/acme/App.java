package com.acme;

import dev.sonde.annotation.*;

@Readiness(httpGet = @HttpGet(scheme = "HTTPS")) //! endpoint-scheme
@Startup(failureThreshold = 30)
@Liveness(httpGet = @HttpGet(scheme = "HTTPS", port = 8443))
final class App {}
