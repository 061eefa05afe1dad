package com.acme;

import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;

final class Database {

  @Readiness
  boolean reachable() {
    return false;
  }

  @Startup
  void schemaMigrated() throws Exception {}
}
