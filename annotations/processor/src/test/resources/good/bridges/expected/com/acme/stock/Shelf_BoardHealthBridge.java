package com.acme.stock;

import dev.sonde.health.Health;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Lets the health endpoints of another package ask {@code Shelf.Board}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class Shelf_BoardHealthBridge {
  private final Shelf.Board owner;

  /**
   * Prepares to ask {@code owner}.
   */
  public Shelf_BoardHealthBridge(Shelf.Board owner) {
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * Asks the check of this name.
   */
  public Health check() throws Exception {
    return owner.check();
  }
}
