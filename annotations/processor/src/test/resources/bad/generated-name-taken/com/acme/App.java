package com.acme;

import dev.sonde.annotation.*;

@Readiness(withoutChecks = true) //! generated-name-taken
final class App {}
