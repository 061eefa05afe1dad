package com.acme;

import dev.sonde.annotation.Readiness;

/**
 * Going away.
 *
 * @deprecated for the test
 */
@Deprecated(forRemoval = true)
public final class Old {

  @Readiness
  boolean lives() {
    return true;
  }
}
