package com.acme;

import dev.sonde.annotation.CheckPolicy;

@Readiness(periodSeconds = 2) //! javac
@CheckPolicy(required = false)
final class Only {}
