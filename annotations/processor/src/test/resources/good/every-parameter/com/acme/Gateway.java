package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Grpc;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.HttpHeader;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.SuppressAdvice;
import dev.sonde.annotation.TcpSocket;

@SuppressAdvice(rule = "host-set", reason = "shows that a host is written")
@Container(name = "gateway")
@Startup(
    initialDelaySeconds = 1,
    timeoutSeconds = 2,
    periodSeconds = 3,
    successThreshold = 1,
    failureThreshold = 4,
    terminationGracePeriodSeconds = 5,
    grpc = @Grpc(port = 9090, service = "startup", mode = Grpc.TLS))
@Liveness(
    initialDelaySeconds = 0,
    timeoutSeconds = 1,
    periodSeconds = 10,
    successThreshold = 1,
    failureThreshold = 3,
    terminationGracePeriodSeconds = 60,
    tcpSocket = @TcpSocket(portName = "http", host = "127.0.0.1"))
@Readiness(
    successThreshold = 2,
    httpGet =
        @HttpGet(
            path = "/ready?full=yes",
            port = 8443,
            host = "example.org",
            scheme = "HTTPS",
            httpHeaders = {
              @HttpHeader(name = "X-Probe", value = "one"),
              @HttpHeader(name = "X-Probe", value = "two"),
              @HttpHeader(name = "User-Agent", value = "")
            }))
final class Gateway {}
