package com.acme;

import dev.sonde.annotation.*;

@Readiness(container = "orders") //! container-unknown
final class App {}
