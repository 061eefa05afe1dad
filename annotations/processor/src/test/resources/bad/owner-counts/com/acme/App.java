package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;

@Container(
    name = "app",
    several = {
      Base.class, //! include-without-checks
      Impl.class,
    },
    optional = {
      Helper.class, //! include-without-checks
      String.class, //! include-without-checks
    })
final class App {}

interface Base {
  @Readiness
  boolean open();
}

final class Impl implements Base {
  @Override
  public boolean open() {
    return true;
  }
}

final class Helper {
  @Readiness
  static boolean open() {
    return true;
  }
}
