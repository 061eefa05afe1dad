package com.acme;

import dev.sonde.annotation.Readiness;
import com.acme.stock.Stocks;
import dev.sonde.runtime.HealthRequest;

@Readiness
public final class Shop {

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    ShopHealth health =
        new ShopHealth(Stocks.shelf(), Stocks.bridge(), new Stocks());
    return health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
