package com.acme;

import dev.sonde.annotation.*;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;

@Container(
    name = "shop",
    shutdown = @Shutdown(drainSeconds = 3, stopSeconds = 10),
    stopSignal = "SIGINT")
@Readiness(withoutChecks = true)
public final class Shop implements AutoCloseable {

  public static HealthServer serve(Shop shop) throws IOException {
    return new ShopHealth().start(shop);
  }

  @Override
  public void close() {
  }
}
