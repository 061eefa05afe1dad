package com.acme;

import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.Readiness;

@Readiness(timeoutSeconds = 2, httpGet = @HttpGet(path = "/ready"))
public final class App {

  @Readiness(timeoutSeconds = 2, periodSeconds = 7, httpGet = @HttpGet(path = "/ready"))
  boolean one() {
    return true;
  }

  @Readiness(periodSeconds = 7)
  boolean two() {
    return true;
  }
}
