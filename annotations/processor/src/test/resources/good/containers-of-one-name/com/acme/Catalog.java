package com.acme;

import dev.sonde.annotation.*;

@Container(
    name = "server",
    workload = @Workload(kind = "Deployment", name = "catalog"),
    endpoints = false)
@Liveness(httpGet = @HttpGet(path = "/alive", port = 8082))
final class Catalog {}
