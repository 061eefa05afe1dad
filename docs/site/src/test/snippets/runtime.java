package com.example.snippets;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;

@Container(name = "orders", tls = true)
abstract class OrdersApplication {}

abstract class Context {
  Database database;
  String password;

  static final class Database {
    @Readiness
    boolean reachable() {
      throw new UnsupportedOperationException();
    }
  }
}
