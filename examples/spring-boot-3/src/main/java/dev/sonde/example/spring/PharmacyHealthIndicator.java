package dev.sonde.example.spring;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A reactive indicator, of a pharmacy that answers, or never. */
@Component
class PharmacyHealthIndicator implements ReactiveHealthIndicator {

  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean answers = true;

  @Override
  public Mono<Health> health() {
    return answers ? Mono.just(Health.up().build()) : never();
  }

  private Mono<Health> never() {
    return Mono.<Health>never()
        .doOnSubscribe(asked -> waiting.incrementAndGet())
        .doOnCancel(waiting::decrementAndGet);
  }

  int waiting() {
    return waiting.get();
  }

  void answers(boolean itDoes) {
    answers = itDoes;
  }
}
