package com.acme.base;

public abstract class Base {
  @dev.sonde.annotation.Readiness //! check-visibility
  protected boolean fine() {
    return true;
  }
}
