package com.example.peer;

import dev.sonde.annotation.Container;
import dev.sonde.annotation.Liveness;
import dev.sonde.annotation.Readiness;
import dev.sonde.micronaut.ServedProbes;
import dev.sonde.runtime.Check;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.health.HealthStatus;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** What is added to the application for the adapter. */
@Container(name = "peer", port = 8090)
@Liveness(withoutChecks = true)
@Readiness
@Singleton
public class Probes implements ApplicationEventListener<ApplicationStartupEvent> {

  private final BeanProvider<Peer.Up> indicators;
  private final ServedProbes served;

  Probes(BeanProvider<Peer.Up> indicators, ServedProbes served) {
    this.indicators = indicators;
    this.served = served;
  }

  @Override
  public void onApplicationEvent(ApplicationStartupEvent event) {
    Map<String, Check> checks = new TreeMap<>();
    for (Peer.Up each : indicators) {
      checks.put(
          each.getName(),
          Check.asyncBool(
              each.getName(),
              () ->
                  Mono.from(each.getResult())
                      .map(result -> result.getStatus() == HealthStatus.UP)
                      .toFuture()));
    }
    Beside.start(served::endpoints, checks);
  }
}
