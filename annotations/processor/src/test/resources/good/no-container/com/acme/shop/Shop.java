package com.acme.shop;

import dev.sonde.annotation.Readiness;

@Readiness(periodSeconds = 5)
public final class Shop {}
