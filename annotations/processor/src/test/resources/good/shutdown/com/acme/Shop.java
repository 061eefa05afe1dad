package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;

@Container(
    name = "shop",
    shutdown = @Shutdown(drainSeconds = 3, stopSeconds = 10),
    stopSignal = "SIGINT",
    restartPolicy = "Never",
    restartPolicyRules = {
      @RestartRule(exitCodes = {42, 43}),
      @RestartRule(
          exitCodes = {0},
          operator = RestartRule.NOT_IN,
          action = RestartRule.RESTART_ALL_CONTAINERS)
    })
@Readiness(withoutChecks = true)
public final class Shop implements AutoCloseable {

  public static HealthServer serve(Shop shop) throws IOException {
    return new ShopHealth().start(shop);
  }

  @Override
  public void close() {
  }
}
