package com.example.snippets;

import dev.sonde.annotation.Readiness;

abstract class Context {
  Database database;
  AutoCloseable api;

  static final class Database {
    @Readiness
    boolean reachable() {
      throw new UnsupportedOperationException();
    }
  }
}
