package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.HttpHeader;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;

@Container(name = "app", endpoints = false, port = Ports.HEALTH) //! javac
@Liveness(httpGet = @HttpGet(prt = 9000)) //! javac
@Readiness(httpGet = @HttpGet(port = 9000, httpHeaders = @HttpHeader(nam = "a", value = "b"))) //! javac javac
final class App extends Missing implements Gone { //! javac javac
  @Readiness
  Missing later() { //! javac
    return null;
  }
}
