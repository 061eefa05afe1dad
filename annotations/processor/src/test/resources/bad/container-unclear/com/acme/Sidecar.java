package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "two", port = 8082)
final class Sidecar {}
