package com.acme;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.HttpGet;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.annotation.Startup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;

@Container(name = "app")
@Startup(failureThreshold = 30, withoutChecks = true)
final class App {}

@Readiness //! foreign-check
final class Db implements HealthIndicator {
  @Override
  public Health health() {
    return new Health();
  }
}

@Readiness(timeoutSeconds = 3) //! foreign-check
final class Cache extends AbstractReactiveHealthIndicator {}

@Liveness //! foreign-check
final class Jobs implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    return null;
  }
}

// Somebody's own, which is called like one.
interface OurHealthCheck {
  boolean test();
}

@Liveness //! foreign-check
class Inherits implements OurHealthCheck {
  @Override
  public boolean test() {
    return true;
  }
}

final class OnMethods implements HealthIndicator, OurHealthCheck {
  @Override
  @Readiness //! check-signature
  public Health health() {
    return new Health();
  }

  @Override
  @Readiness
  public boolean test() {
    return true;
  }
}

// Says its numbers beside its question.
@Readiness(periodSeconds = 7)
final class Both implements HealthIndicator {
  @Override
  public Health health() {
    return new Health();
  }

  @Readiness
  boolean isUp() {
    return health() != null;
  }
}
