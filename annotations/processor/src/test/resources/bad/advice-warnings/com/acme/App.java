package com.acme;

import dev.sonde.annotation.*;


@Readiness(withoutChecks = true,
    timeoutSeconds = 30, //! timeout-beyond-period
    periodSeconds = 10)
@Liveness(failureThreshold = 7,
    httpGet = @HttpGet(
        path = "http://example.org/", //! path-is-url
        host = "localhost", //! host-set
        port = 8080))
final class App {}
