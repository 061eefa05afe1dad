package com.acme;

import dev.sonde.annotation.*;

@Readiness(periodSeconds = 5, name = "app") //! name-without-check
final class App {}
