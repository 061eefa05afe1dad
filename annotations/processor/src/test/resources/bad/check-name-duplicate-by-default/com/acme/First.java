package com.acme;

public final class First {
  public static final class Part {
    @dev.sonde.annotation.Readiness
    public boolean fine() {
      return true;
    }
  }
}
