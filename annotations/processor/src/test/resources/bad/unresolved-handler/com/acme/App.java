package com.acme;

import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

// Grpc is not imported, and what is called HttpGet is no annotation of Sonde's.
@Liveness(grpc = @Grpc(port = 9090, service = "live")) //! javac
@Readiness(grpc = @Grpc(port = 9090, service = "ready")) //! javac
@Startup(httpGet = @HttpGet(port = 9090)) //! javac
final class App {}
