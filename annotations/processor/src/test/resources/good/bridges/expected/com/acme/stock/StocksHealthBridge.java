package com.acme.stock;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import javax.annotation.processing.Generated;

/**
 * Lets the health endpoints of another package ask {@code Stocks}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class StocksHealthBridge {
  private final Stocks owner;

  /**
   * Prepares to ask {@code owner}.
   */
  public StocksHealthBridge(Stocks owner) {
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * Asks the check of this name.
   */
  public CompletionStage<Boolean> counted() throws Exception {
    return owner.counted();
  }
}
