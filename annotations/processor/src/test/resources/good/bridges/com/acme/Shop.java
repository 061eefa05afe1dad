package com.acme;

import com.acme.stock.Stocks;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.runtime.HealthRequest;

@Startup(withoutChecks = true, failureThreshold = 30)
@Readiness
public final class Shop {

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    ShopHealth health =
        new ShopHealth(Stocks.shelf(), Stocks.bridge(), new Stocks());
    return health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
