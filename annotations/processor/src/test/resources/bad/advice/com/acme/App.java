package com.acme;

import dev.sonde.annotation.*;


@Readiness
@Startup(
    startsWithinSeconds = 60,
    failureThreshold = 3) //! start-budget
final class App {

  @External
  static final class Database {
    @Liveness //! liveness-external
    @Readiness
    @CheckPolicy(
        everyMillis = 100,
        deadlineMillis = 1000) //! check-deadline check-deadline
    boolean reachable() {
      return true;
    }
  }
}
