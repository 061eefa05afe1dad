package com.acme.store;

import dev.sonde.annotation.Readiness;

public class Store {

  private final boolean open;

  public Store() {
    this(true);
  }

  public Store(boolean open) {
    this.open = open;
  }

  @Readiness
  public boolean open() {
    return open;
  }

  @Readiness
  boolean hidden() {
    return open;
  }
}
