package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(include = {String.class, int[].class}) //! include-without-checks include-without-checks
final class App {}
