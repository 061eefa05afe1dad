package com.acme;

import dev.sonde.annotation.*;

@Readiness(httpGet = @HttpGet(path = "/ready now")) //! endpoint-path
@Liveness(httpGet = @HttpGet(path = "/live%20now")) //! endpoint-path
@Startup(httpGet = @HttpGet(path = "/started?with=any thing"))
final class App {}
