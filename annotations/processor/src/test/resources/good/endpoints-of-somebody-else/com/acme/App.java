package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;

@Container(name = "orders", portName = "management", endpoints = false)
@Liveness(httpGet = @HttpGet(path = "/actuator/health/liveness", port = 8081))
@Readiness(httpGet = @HttpGet(path = "/actuator/health/readiness", portName = "management"))
final class App {}
