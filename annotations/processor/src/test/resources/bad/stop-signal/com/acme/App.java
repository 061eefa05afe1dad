package com.acme;

import dev.sonde.annotation.*;

final class App {
  @Container(
      name = "unknown",
      stopSignal = "INT") //! stop-signal
  @Liveness
  static final class Unknown {}

  @Container(name = "known", stopSignal = "SIGRTMIN+3", endpoints = false)
  @Liveness(exec = @Exec("true"))
  static final class Known {}
}
