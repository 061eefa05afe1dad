package com.acme.store;

import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Lets the health endpoints of another package ask {@code Store}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class StoreHealthBridge {
  private final Store owner;

  /**
   * Prepares to ask {@code owner}.
   */
  public StoreHealthBridge(Store owner) {
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * Asks the check of this name.
   */
  public boolean hidden() throws Exception {
    return owner.hidden();
  }
}
