package com.example.seed;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.TcpSocket;
import dev.sonde.annotation.Workload;

/** A server that is ready when it takes connections. */
@Container(name = "goproxy", workload = @Workload(kind = "Pod", name = "goproxy"))
@Readiness(tcpSocket = @TcpSocket(port = 8080), initialDelaySeconds = 5, periodSeconds = 10)
public interface Goproxy {}
