package com.example.seed;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.Startup;

/** An application that brings its own health endpoint. */
@Container(name = "slow-starter")
@Startup(
    httpGet = @HttpGet(path = "/healthz", port = 8080),
    initialDelaySeconds = 3,
    periodSeconds = 3)
public interface SlowStarter {}
