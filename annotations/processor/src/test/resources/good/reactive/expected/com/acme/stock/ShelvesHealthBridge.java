package com.acme.stock;

import java.util.Objects;
import java.util.concurrent.Flow;
import javax.annotation.processing.Generated;
import org.reactivestreams.FlowAdapters;

/**
 * Lets the health endpoints of another package ask {@code Shelves}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class ShelvesHealthBridge {
  private final Shelves owner;

  /**
   * Prepares to ask {@code owner}.
   */
  public ShelvesHealthBridge(Shelves owner) {
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * Asks the check of this name.
   */
  public Flow.Publisher<Boolean> full() throws Exception {
    return FlowAdapters.toFlowPublisher(owner.full());
  }
}
