package dev.sonde.example.spring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A reactive indicator, of a pharmacy that answers, or never. */
@Component
class PharmacyHealthIndicator implements ReactiveHealthIndicator {

  private volatile boolean answers = true;

  @Override
  public Mono<Health> health() {
    return answers ? Mono.just(Health.up().build()) : Mono.never();
  }

  void answers(boolean itDoes) {
    answers = itDoes;
  }
}
