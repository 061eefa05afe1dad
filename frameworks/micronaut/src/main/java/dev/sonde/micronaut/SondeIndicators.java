package dev.sonde.micronaut;

import dev.sonde.runtime.answer.EndpointKind;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;

/** Shows Sonde's checks at Micronaut's endpoint, which knows no startup. */
@Factory
@Requires(classes = HealthIndicator.class)
@Requires(property = "sonde.contributors", notEquals = "false")
final class SondeIndicators {

  @Singleton
  @Liveness
  SondeIndicator liveness(ServedProbes served) {
    return new SondeIndicator(EndpointKind.LIVENESS, served);
  }

  @Singleton
  @Readiness
  SondeIndicator readiness(ServedProbes served) {
    return new SondeIndicator(EndpointKind.READINESS, served);
  }
}
