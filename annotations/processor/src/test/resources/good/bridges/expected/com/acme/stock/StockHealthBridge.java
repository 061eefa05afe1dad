package com.acme.stock;

import dev.sonde.health.Health;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Lets the health endpoints of another package ask {@code Stock}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class StockHealthBridge {
  private final Stock<?> owner;

  /**
   * Prepares to ask {@code owner}.
   */
  public StockHealthBridge(Stock<?> owner) {
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * Asks the check of this name.
   */
  public boolean consistent() throws Exception {
    return owner.consistent();
  }

  /**
   * Asks the check of this name.
   */
  public static Health known() throws Exception {
    return Stock.known();
  }

  /**
   * Asks the check of this name.
   */
  public void readable() throws Exception {
    owner.readable();
  }
}
