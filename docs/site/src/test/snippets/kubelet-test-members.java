package com.example.snippets;

import dev.sonde.model.ProbeSet;

abstract class Context {
  static ProbeSet probes;

  static final class Shop {
    static AutoCloseable start(int port) {
      throw new UnsupportedOperationException();
    }
  }
}
