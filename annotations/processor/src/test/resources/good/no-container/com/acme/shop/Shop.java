package com.acme.shop;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

@Startup(withoutChecks = true, startsWithinSeconds = 61, initialDelaySeconds = 1)
@Readiness(periodSeconds = 5)
public final class Shop {}
