package dev.sonde.micronaut;

import dev.sonde.runtime.HealthEndpoints;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import jakarta.inject.Singleton;

/** However the context comes to its end, readiness is down before anything is destroyed. */
@Singleton
final class ContextEnd implements ApplicationEventListener<ShutdownEvent> {

  private final ServedProbes served;

  ContextEnd(ServedProbes served) {
    this.served = served;
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    served.endpoints().ifPresent(HealthEndpoints::stopping);
  }
}
