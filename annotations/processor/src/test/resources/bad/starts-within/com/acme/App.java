package com.acme;

import dev.sonde.annotation.*;


@Container(name = "one")
@Startup(startsWithinSeconds = 0) //! starts-within
final class App {
  @Container(name = "other")
  @Startup(startsWithinSeconds = 1_000_000_001) //! starts-within
  static final class Other {}
}
