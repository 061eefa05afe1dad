package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "server", port = 8082, workload = @Workload(kind = "Deployment", name = "catalog"))
final class Catalog {}
