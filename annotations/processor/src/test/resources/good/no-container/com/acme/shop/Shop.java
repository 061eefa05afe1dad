package com.acme.shop;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

@Startup(startsWithinSeconds = 61, initialDelaySeconds = 1)
@Readiness(periodSeconds = 5)
public final class Shop {}
