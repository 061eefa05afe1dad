package com.acme.stock;

/** Hands out what is not public. */
public final class Stocks {

  private Stocks() {}

  /** The owner as the endpoints take it. */
  public static StockHealthBridge bridge() {
    return new StockHealthBridge(new Stock());
  }
}
