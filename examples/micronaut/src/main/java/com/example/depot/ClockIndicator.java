package com.example.depot;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A reactive indicator of liveness, of a clock that ticks, or stands still and never answers. */
@Liveness
@Singleton
class ClockIndicator implements HealthIndicator {

  private volatile boolean ticks = true;
  private volatile boolean right = true;

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = right ? HealthStatus.UP : HealthStatus.DOWN;
    return ticks ? Mono.just(HealthResult.builder("clock", status).build()) : Mono.never();
  }

  void ticks(boolean itDoes) {
    ticks = itDoes;
  }

  void isRight(boolean itIs) {
    right = itIs;
  }
}
