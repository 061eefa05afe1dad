package it.lib;

import dev.sonde.annotation.Readiness;

public class Store {
  @Readiness
  public boolean reachable() {
    return true;
  }
}
