package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "app")
final class App {
  @Readiness
  @Container(name = "app") //! container-name-duplicate
  static final class Second {}
}
