package com.acme.stock;

import dev.sonde.annotation.Readiness;
import java.util.concurrent.CompletableFuture;

/** Public, with a check that is not. */
public class Stocks {

  public static StockHealthBridge bridge() {
    return new StockHealthBridge(new Stock<>());
  }

  public static Shelf_BoardHealthBridge shelf() {
    return new Shelf_BoardHealthBridge(new Shelf.Board());
  }

  @Readiness
  protected CompletableFuture<Boolean> counted() {
    return CompletableFuture.completedFuture(true);
  }
}
