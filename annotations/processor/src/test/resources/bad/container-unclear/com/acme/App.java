package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "one")
final class App {}
