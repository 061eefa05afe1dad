package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.HttpHeader;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

@Container(portName = "health")
@Startup(withoutChecks = true, httpGet = @HttpGet(path = "started?full=1", portName = "health"))
@Liveness(withoutChecks = true, httpGet = @HttpGet(path = "/healthz/live", port = 8274))
@Readiness(withoutChecks = true, httpGet = @HttpGet(httpHeaders = @HttpHeader(name = "Host", value = "shop")))
public final class Paths {}
