package com.acme.stock;

import dev.sonde.annotation.Readiness;

/** Only a static check, out of reach. */
final class Labels {

  private Labels() {}

  @Readiness
  static boolean printed() {
    return true;
  }
}
