package com.acme;

import dev.sonde.annotation.CheckPolicy;
import dev.sonde.annotation.Container;
import dev.sonde.annotation.External;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import dev.sonde.annotation.SuppressAdvice;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import dev.sonde.runtime.HealthRequest;

/** How checks are asked, and what is said of them. */
@Container(name = "shop")
@Startup(withoutChecks = true, startsWithinSeconds = 90, periodSeconds = 2, initialDelaySeconds = 5)
@Readiness(timeoutSeconds = 2, failureThreshold = 1)
public final class Shop {

  @Readiness
  @CheckPolicy(required = false, deadlineMillis = 1500, cachedForMillis = 60_000, downAfter = 3)
  boolean recommendations() {
    return false;
  }

  /** All that the class owns is asked in the background, but for what says otherwise. */
  @CheckPolicy(everyMillis = 10_000)
  @External
  static final class Database {
    @Readiness
    boolean reachable() {
      return true;
    }

    @Liveness
    @External(livenessReason = "it is embedded, and starts with the container")
    @CheckPolicy(required = true)
    boolean embedded() {
      return true;
    }
  }

  interface Probed extends HealthCheck {}

  /** An owner may say what its interface's declaration does not. */
  @Readiness
  interface Queue extends Probed {}

  @CheckPolicy(downAfter = 2)
  static final class MemoryQueue implements Queue {
    @Override
    public Health check() {
      return Health.up();
    }
  }

  @Liveness(failureThreshold = 1)
  @SuppressAdvice(rule = "liveness-single-failure", reason = "it has counted failures itself")
  boolean patient() {
    return true;
  }

  /** Asks an endpoint, for the test that runs this. */
  public static String ask(String path) {
    ShopHealth health = new ShopHealth(new Shop(), new Database(), new MemoryQueue());
    return health.endpoints().respond(HealthRequest.get(path)).toString();
  }
}
