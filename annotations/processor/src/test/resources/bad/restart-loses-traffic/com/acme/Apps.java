package com.acme;

import dev.sonde.annotation.*;

/** A drain is there by default where readiness fails within 8 s: with 2 s more that is 10. */
final class Apps {

  @Container(name = "by-default", port = 8081, shutdown = @Shutdown)
  @Liveness(withoutChecks = true, failureThreshold = 7)
  @Readiness(withoutChecks = true) //! restart-loses-traffic
  static final class ByDefault {}

  @Container(name = "just-beyond", port = 8082, shutdown = @Shutdown)
  @Liveness(withoutChecks = true, failureThreshold = 7)
  @Readiness(
      withoutChecks = true,
      periodSeconds = 3,
      failureThreshold = 3) //! restart-loses-traffic
  static final class JustBeyond {}

  @Container(name = "just-within", port = 8083, shutdown = @Shutdown)
  @Liveness(withoutChecks = true, failureThreshold = 7)
  @Readiness(withoutChecks = true, periodSeconds = 2, failureThreshold = 4)
  static final class JustWithin {}

  @Container(name = "drains-too-short", port = 8084, shutdown = @Shutdown(drainSeconds = 3))
  @Liveness(withoutChecks = true, failureThreshold = 7)
  @Readiness(
      withoutChecks = true,
      periodSeconds = 1,
      failureThreshold = 2) //! restart-loses-traffic
  static final class DrainsTooShort {}

  @Container(name = "drains-long", port = 8085, shutdown = @Shutdown(drainSeconds = 32))
  @Liveness(withoutChecks = true, failureThreshold = 7)
  @Readiness(withoutChecks = true)
  static final class DrainsLong {}

  @Container(name = "never-restarted", port = 8086, shutdown = @Shutdown)
  @Readiness(withoutChecks = true)
  static final class NeverRestarted {}

  @Container(name = "says-nothing", port = 8087)
  @Liveness(withoutChecks = true, failureThreshold = 7)
  @Readiness(withoutChecks = true)
  static final class SaysNothing {}
}
