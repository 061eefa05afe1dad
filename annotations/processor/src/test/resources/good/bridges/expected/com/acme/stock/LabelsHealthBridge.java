package com.acme.stock;

import javax.annotation.processing.Generated;

/**
 * Lets the health endpoints of another package ask {@code Labels}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class LabelsHealthBridge {
  private LabelsHealthBridge() {
  }

  /**
   * Asks the check of this name.
   */
  public static boolean printed() throws Exception {
    return Labels.printed();
  }
}
