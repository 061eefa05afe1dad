package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Heartbeat;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.runtime.HealthRequest;

@Container(name = "odd")
@Startup(failureThreshold = 30, withoutChecks = true)
@Liveness(heartbeat = @Heartbeat(file = "/tmp/li\u2028v\fe"), withoutChecks = true)
public final class Odd {
  private Odd() {}

  @Readiness(name = "line\u2028separator")
  static boolean line() {
    return true;
  }

  @Readiness(name = "paragraph\u2029separator")
  static boolean paragraph() {
    return true;
  }

  @Readiness(name = "quote \" backslash \\ dollar $S $$ escape \\u0041 \u00fc \ud83d\ude00")
  static boolean quote() {
    return true;
  }

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    return new OddHealth().endpoints().respond(HealthRequest.get(path)).toString();
  }
}
