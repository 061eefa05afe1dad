package com.acme;

public final class Second {
  public static final class Part {
    @dev.sonde.annotation.Readiness //! check-name-duplicate
    public boolean fine() {
      return true;
    }
  }
}
