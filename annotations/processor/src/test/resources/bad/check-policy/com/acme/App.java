package com.acme;

import dev.sonde.annotation.*;


final class App {
  @Readiness
  @CheckPolicy(
      deadlineMillis = 0, //! check-policy
      downAfter = -1) //! check-policy
  boolean one() {
    return true;
  }

  @Readiness
  @CheckPolicy(
      cachedForMillis = 10,
      everyMillis = 10) //! check-policy
  boolean two() {
    return true;
  }
}
