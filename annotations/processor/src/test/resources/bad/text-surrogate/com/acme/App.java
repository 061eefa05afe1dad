package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Exec;
import dev.sonde.annotation.External;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.HttpHeader;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.SuppressAdvice;
import dev.sonde.annotation.Workload;

@Container(
    workload = @Workload(name = "\udc00")) //! text-surrogate
@Liveness(
    exec =
        @Exec({
          "sh",
          "\ud800", //! text-surrogate
        }))
@Startup(
    httpGet =
        @HttpGet(
            path = "/a",
            httpHeaders =
                @HttpHeader(
                    name = "X",
                    value = "a\ud83d"))) //! text-surrogate
@SuppressAdvice(
    rule = "startup-missing",
    reason = "\ud83d\ude00 \ude00") //! text-surrogate
final class App {
  @Readiness(
      name = "\ud83d") //! text-surrogate
  boolean named() {
    return true;
  }

  @Readiness
  @External(
      livenessReason = "\ud83d") //! text-surrogate
  boolean open() {
    return true;
  }
}
