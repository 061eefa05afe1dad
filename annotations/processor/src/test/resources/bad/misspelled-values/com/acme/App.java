package com.acme;

import dev.sonde.annotation.CheckPolicy;
import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.HttpHeader;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.TcpSocket;

@Container(name = "app", endpoints = false)
@Liveness(tcpSocket = @TcpSocket(prt = 9000)) //! javac
@Readiness(httpGet = @HttpGet(port = 9000, httpHeaders = @HttpHeader(nam = "a", value = "b"))) //! javac javac
final class App {}
