package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "app")
final class App {
  @Readiness
  @Container(port = 8082) //! container-name-missing
  static final class Second {}
}
