package com.acme;

import dev.sonde.annotation.*;

@Container(
    name = "server",
    workload = @Workload(kind = "Deployment", name = "cart"),
    endpoints = false)
@Liveness(httpGet = @HttpGet(path = "/alive", port = 8081))
final class Cart {}
