package com.acme;

import dev.sonde.annotation.*;

@Liveness(exec = @Exec("true")) //! parameter-conflict
@Startup(httpGet = @HttpGet(path = "/b", port = 8080)) //! parameter-conflict
@Readiness(timeoutSeconds = 4) //! parameter-conflict
final class Zeta {}
