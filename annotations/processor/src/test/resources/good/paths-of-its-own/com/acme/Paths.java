package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.HttpHeader;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

@Container(portName = "health")
@Startup(httpGet = @HttpGet(path = "started?full=1", portName = "health"))
@Liveness(httpGet = @HttpGet(path = "/healthz/live", port = 8081))
@Readiness(httpGet = @HttpGet(httpHeaders = @HttpHeader(name = "Host", value = "shop")))
public final class Paths {}
